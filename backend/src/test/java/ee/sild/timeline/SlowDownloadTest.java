package ee.sild.timeline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;

/** Clients that do not read the files that they request cannot fill the memory, and take nothing from others. */
@QuarkusTest
@Tag("slow")
class SlowDownloadTest {

    private static final int SIZE = 10 * 1024 * 1024;
    private static final long SHARE = Runtime.getRuntime().maxMemory() / 8 / 4;

    @TestHTTPResource
    URI server;

    private String file(Company partner) {
        String opportunity = Api.accepted(partner);
        String note = Api.answered(
                        as(sales()).body("{\"text\": \"x\"}").post("/api/v1/opportunities/{id}/notes", opportunity),
                        201)
                .path("id")
                .asText();
        return Api.answered(
                        as(sales())
                                .body("{\"name\": \"suur.txt\", \"content\": \"%s\"}"
                                        .formatted(Base64.getEncoder()
                                                .encodeToString("x".repeat(SIZE).getBytes(StandardCharsets.US_ASCII))))
                                .post("/api/v1/opportunities/{id}/notes/{note}/attachments", opportunity, note),
                        201)
                .path("id")
                .asText();
    }

    /** Requests the file and reads the status only. */
    private String begin(Person person, String file, List<Socket> readers) throws IOException {
        var socket = new Socket();
        readers.add(socket);
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write("""
                GET /api/v1/attachments/%s HTTP/1.1\r
                Host: sild\r
                Sec-Fetch-Site: same-origin\r
                Cookie: sild_access=%s\r
                \r
                """.formatted(file, person.access()).getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    @Test
    void what_a_user_does_not_read_is_limited_and_others_get_their_files() throws Exception {
        Company partner = Api.partner();
        String file = file(partner);
        var readers = new ArrayList<Socket>();
        try {
            // The size of the heap changes a little with its generations.
            long most = 2 * SHARE / SIZE;
            String status;
            do {
                status = begin(sales(), file, readers);
            } while (status.equals("HTTP/1.1 200") && readers.size() <= most);
            assertThat(status).isEqualTo("HTTP/1.1 503");
            assertThat(readers).hasSizeBetween(2, (int) most);
            as(partner.admin()).get("/api/v1/attachments/{id}", file).then().statusCode(200);
        } finally {
            for (Socket reader : readers) {
                reader.close();
            }
        }
        for (int i = 0; i < 20 && status(file) != 200; i++) {
            Thread.sleep(500);
        }
        for (int i = 0; i < 3 * SHARE / SIZE; i++) {
            Thread.sleep(400);
            assertThat(status(file)).isEqualTo(200);
        }
    }

    private static int status(String file) {
        return as(sales()).get("/api/v1/attachments/{id}", file).statusCode();
    }
}
