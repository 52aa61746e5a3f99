import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/** A generated user who has signed in, as in a browser. */
final class User {

    private static final String PASSWORD = "generated-password";

    final String name;
    final boolean ofPartner;
    private final HttpClient client;
    private final String server;
    private final String cookies;

    private User(String name, boolean ofPartner, HttpClient client, String server, String cookies) {
        this.name = name;
        this.ofPartner = ofPartner;
        this.client = client;
        this.server = server;
        this.cookies = cookies;
    }

    /** An administrator of the vendor, and an administrator and a seller of a large partner. */
    static List<User> all(HttpClient client, int port, Database database)
            throws IOException, InterruptedException, SQLException {
        return List.of(
                signIn("staff", "staff50@vendor.example", client, port, database),
                signIn("partner admin", "user1@partner1.example", client, port, database),
                signIn("partner seller", "user3@partner1.example", client, port, database));
    }

    /** Generated users have no password, so this sets one. */
    static User signIn(String name, String email, HttpClient client, int port, Database database)
            throws IOException, InterruptedException, SQLException {
        String hash = Argon2Factory.create(Argon2Types.ARGON2id, 16, 32).hash(2, 19_456, 1, PASSWORD.toCharArray());
        database.execute("set session_replication_role = replica; set sild.side = 'SYSTEM';"
                + " update app_user set password_hash = '%s' where email = '%s'".formatted(hash, email));
        String server = "http://127.0.0.1:" + port;
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(server + "/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(
                                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD)))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(email + " cannot sign in: " + answer.body());
        }
        return new User(
                name,
                email.contains("@partner"),
                client,
                server,
                answer.headers().allValues("set-cookie").stream()
                        .map(cookie -> cookie.replaceFirst(";.*", ""))
                        .collect(Collectors.joining("; ")));
    }

    HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return client.send(request(url).build(), BodyHandlers.ofString());
    }

    /** A request with this user's session. */
    HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(server + url))
                .header("Cookie", cookies)
                .header("Sec-Fetch-Site", "same-origin");
    }
}
