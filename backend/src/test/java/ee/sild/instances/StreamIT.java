package ee.sild.instances;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ee.sild.instances.Instances.Answer;
import ee.sild.instances.Instances.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Streams of changes are bounded for each user and end with the access of their user. */
class StreamIT {

    private static final int MOST = 10;
    private static final Duration ENDED = Duration.ofSeconds(5);

    private static Instances sild;
    private static Person admin;

    @BeforeAll
    static void start() throws Exception {
        sild = new Instances(1);
        admin = sild.signIn(0, "mari@sild.example");
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void a_user_has_ten_streams_and_others_are_not_affected() throws Exception {
        var rein = sild.signIn(0, "rein@pohjala.example");
        var streams = new ArrayList<Socket>();
        try {
            for (int i = 0; i < MOST; i++) {
                streams.add(open(rein));
                assertThat(line(streams.getLast())).isEqualTo("HTTP/1.1 200 OK");
            }
            for (int i = 0; i < MOST; i++) {
                try (var refused = open(rein)) {
                    assertThat(line(refused)).isEqualTo("HTTP/1.1 429 Too Many Requests");
                }
            }
            try (var other = open(sild.signIn(0, "helen@pohjala.example"))) {
                assertThat(line(other)).isEqualTo("HTTP/1.1 200 OK");
            }
        } finally {
            for (Socket stream : streams) {
                stream.close();
            }
        }
    }

    @Test
    void a_stream_ends_when_its_user_signs_out() throws Exception {
        endsAfter("anna@sild.example", person -> sild.send(0, person, "DELETE", "/api/v1/sessions/current", null));
    }

    @Test
    void a_stream_ends_when_the_role_changes() throws Exception {
        endsAfter("liis@sild.example", person -> {
            Answer user = user("liis@sild.example");
            String body = "{\"role\": \"ANALYST\", \"successorId\": \"%s\"}"
                    .formatted(sild.get(0, admin, "/api/v1/me").id());
            accepted(sild.send(0, admin, "PATCH", "/api/v1/users/" + user.id(), body, "If-Match", "*"));
        });
    }

    @Test
    void a_stream_ends_when_the_password_changes_in_another_session() throws Exception {
        endsAfter("jaan@sild.example", person -> {
            var elsewhere = sild.signIn(0, "jaan@sild.example");
            accepted(sild.send(
                    0,
                    elsewhere,
                    "PATCH",
                    "/api/v1/me",
                    "{\"currentPassword\": \"%s\", \"password\": \"tugev uus salasona 7\"}"
                            .formatted(Instances.PASSWORD),
                    "If-Match",
                    "*"));
        });
    }

    @Test
    void a_stream_ends_when_the_partner_is_suspended() throws Exception {
        endsAfter("janis@daugavatikli.example", person -> {
            String partner = sild.get(0, person, "/api/v1/me")
                    .body()
                    .path("partner")
                    .path("id")
                    .asText();
            accepted(sild.post(0, admin, "/api/v1/partners/" + partner + "/suspend", null, "If-Match", "*"));
        });
    }

    private static Answer user(String email) {
        return sild.get(0, sild.signIn(0, email), "/api/v1/me");
    }

    private static void accepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void endsAfter(String email, Consumer<Person> change) throws IOException {
        var person = sild.signIn(0, email);
        try (var stream = open(person)) {
            assertThat(line(stream)).isEqualTo("HTTP/1.1 200 OK");
            stream.setSoTimeout(300);
            assertThat(endsBy(stream, Instant.now().plusSeconds(3)))
                    .as("before the change")
                    .isFalse();
            change.accept(person);
            assertThat(endsBy(stream, Instant.now().plus(ENDED))).isTrue();
        }
    }

    private static boolean endsBy(Socket stream, Instant end) throws IOException {
        var text = new StringBuilder();
        while (Instant.now().isBefore(end)) {
            try {
                int read = stream.getInputStream().read();
                if (read < 0) {
                    return true;
                }
                text.append((char) read);
                if (text.toString().endsWith("0\r\n\r\n")) {
                    return true;
                }
            } catch (SocketTimeoutException stillOpen) {
                // read again
            }
        }
        return false;
    }

    private static Socket open(Person person) throws IOException {
        var socket = new Socket("localhost", sild.port(0));
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("GET /api/v1/events/stream HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n"
                                + "Accept: text/event-stream\r\nCookie: sild_access=" + person.access() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int read = socket.getInputStream().read();
                read >= 0 && read != '\n';
                read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }
}
