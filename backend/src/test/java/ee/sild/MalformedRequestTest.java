package ee.sild;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that no ordinary client can send, written to the connection byte by byte. */
@QuarkusTest
@Tag("slow")
class MalformedRequestTest {

    @TestHTTPResource
    URI server;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%zz", "/%zz", "/api/v1/opportunities/%", "/api/v1/me?q=%e", "/api/v1/[me]"})
    void an_invalid_url_returns_a_problem(String address) throws IOException {
        assertProblem(send("GET " + address + " HTTP/1.1\r\nHost: sild\r\n\r\n"), 400, "malformed");
    }

    @Test
    void a_url_that_is_too_long_returns_a_problem() throws IOException {
        assertProblem(
                send("GET /api/v1/me?q=" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: sild\r\n\r\n"),
                414,
                "too-long-address");
    }

    @Test
    void headers_that_are_too_large_return_a_problem() throws IOException {
        assertProblem(
                send("GET /api/v1/me HTTP/1.1\r\nHost: sild\r\nX-Much: " + "x".repeat(20_000) + "\r\n\r\n"),
                431,
                "too-large-header");
    }

    @Test
    void a_chunked_body_that_is_too_large_returns_a_problem() throws IOException {
        String piece = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        assertProblem(
                send("POST /api/v1/sessions HTTP/1.1\r\nHost: sild\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + piece.repeat(20) + "0\r\n\r\n"),
                413,
                "too-large");
    }

    /** However much of the body has arrived, with and without a content length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 60\r\n\r\n{\"email\": ",
                "Content-Length: 60\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\na\r\n{\"email\": \r\n",
                "Transfer-Encoding: chunked\r\n\r\n"
            })
    void an_incomplete_body_returns_a_problem(String announcedAndSent) throws IOException {
        String answer = send("POST /api/v1/sessions HTTP/1.1\r\nHost: sild\r\nContent-Type: application/json\r\n"
                + announcedAndSent);
        assertProblem(answer, 408, "request-timeout");
        assertThat(answer).containsIgnoringCase("Connection: close");
    }

    /** A proxy in front of the server could read them differently. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: sild\r\nHost: other\r\n",
                "Host: a b<>\r\n",
                "Host: sild\r\nTransfer-Encoding: gzip, chunked\r\n",
                "Host: sild\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"
            })
    void an_ambiguous_head_returns_a_problem(String headers) throws IOException {
        String end = headers.contains("chunked") ? "\r\n0\r\n\r\n" : "\r\n";
        assertProblem(send("GET /.well-known/jwks.json HTTP/1.1\r\n" + headers + end), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz=1", "grant_type=%", "client_id=a%4"})
    void a_form_that_cannot_be_decoded_returns_a_problem(String form) throws IOException {
        String head = "POST /oauth/token HTTP/1.1\r\nHost: sild\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        assertProblem(
                send(head + "Connection: close\r\nContent-Length: " + form.length() + "\r\n\r\n" + form),
                400,
                "malformed");
    }

    /** An HTTP/2 stream announces no length, and its connection serves further requests. */
    @Test
    void an_incomplete_body_over_http_2_returns_a_problem() throws Exception {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_2).build();
                var half = new SubmissionPublisher<ByteBuffer>()) {
            var keys = HttpRequest.newBuilder(server.resolve("/.well-known/jwks.json"))
                    .build();
            assertThat(client.send(keys, BodyHandlers.ofString()).version()).isEqualTo(Version.HTTP_2);
            var signIn = HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.fromPublisher(half))
                    .build();
            var answer = client.sendAsync(signIn, BodyHandlers.ofString());
            half.submit(ByteBuffer.wrap("{\"email\": ".getBytes(StandardCharsets.US_ASCII)));
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(408);
            assertThat(answer.get().body()).contains("\"code\":\"request-timeout\"");
            assertThat(client.send(keys, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_body_over_http_2_is_accepted() throws Exception {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_2).build()) {
            client.send(
                    HttpRequest.newBuilder(server.resolve("/.well-known/jwks.json"))
                            .build(),
                    BodyHandlers.ofString());
            var body = BodyPublishers.fromPublisher(
                    BodyPublishers.ofString("{\"email\": \"nobody@people.test\", \"password\": \"wrong\"}"));
            var signIn = HttpRequest.newBuilder(server.resolve("/api/v1/sessions"))
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build();
            var answer = client.send(signIn, BodyHandlers.ofString());
            assertThat(answer.version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        }
    }

    @Test
    void a_body_that_is_too_large_for_an_anonymous_operation_is_rejected_before_it_is_sent() throws IOException {
        assertProblem(
                send("POST /api/v1/sessions HTTP/1.1\r\nHost: sild\r\nContent-Type: "
                        + "application/json\r\nContent-Length: 100000\r\n\r\n"),
                413,
                "too-large");
    }

    @Test
    void a_body_with_expect_continue_is_accepted() throws IOException {
        String body = "{\"email\": \"nobody@people.test\", \"password\": \"wrong\"}";
        String answer = send("POST /api/v1/sessions HTTP/1.1\r\nHost: sild\r\nContent-Type: "
                + "application/json\r\nExpect: 100-continue\r\n" + "Content-Length: " + body.length() + "\r\n\r\n"
                + body);
        assertThat(answer).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 401 ", "sign-in.wrong");
    }

    @Test
    void a_chunked_body_is_accepted() throws IOException {
        String body = "{\"email\": \"nobody@people.test\", \"password\": \"wrong\"}";
        assertProblem(
                send("POST /api/v1/sessions HTTP/1.1\r\nHost: sild\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n"),
                401,
                "sign-in.wrong");
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("Content-Security-Policy: ")
                .contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new StringBuilder();
            byte[] buffer = new byte[8_192];
            while (!answer.toString().endsWith("}")) {
                int length = socket.getInputStream().read(buffer);
                if (length < 0) {
                    break;
                }
                answer.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
            return answer.toString();
        }
    }
}
