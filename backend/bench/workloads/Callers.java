import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The API clients that the load calls with: name, user, and partner or null. Sild issues their access tokens. */
final class Callers {

    private final List<String[]> partners;
    private final List<String[]> staff;
    private final Map<String, String> tokens = new HashMap<>();

    Callers(Database database) throws SQLException {
        String query =
                "select name, id, rig.id('partner', partner) from rig.caller where partner is %s null order by i";
        partners = database.rows(query.formatted("not"));
        staff = database.rows(query.formatted(""));
    }

    /** Requests new access tokens, because they are valid for half an hour. */
    void signIn(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var caller : Stream.concat(partners.stream(), staff.stream()).toList()) {
                String form = "grant_type=client_credentials&client_id=" + caller[0] + "&client_secret=" + Data.SECRET;
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
                var response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new IOException("No token for " + caller[0] + ": " + response.body());
                }
                tokens.put(caller[0], response.body().replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1"));
            }
        }
    }

    List<String[]> partners() {
        return partners;
    }

    List<String[]> staff() {
        return staff;
    }

    /** A header with the token of a caller, or of a row that begins with the name of one. */
    String bearer(String[] caller) {
        return "Authorization: Bearer " + tokens.get(caller[0]) + "\r\n";
    }
}
