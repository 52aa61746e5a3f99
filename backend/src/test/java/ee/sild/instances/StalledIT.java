package ee.sild.instances;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ee.sild.instances.Instances.Answer;
import ee.sild.instances.Instances.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Clients that stop in the middle of a request, and an unresponsive database, do not block other requests. */
class StalledIT {

    private static final int HALVES = 300;
    private static final Duration BODY =
            Boolean.getBoolean("test.full") ? Duration.ofSeconds(60) : Duration.ofSeconds(6);
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    private static Instances sild;
    private static Person sales;

    @BeforeAll
    static void start() throws Exception {
        sild = new Instances(1, Map.of("SILD_LIMITS_BODY_TIMEOUT", BODY.toString()));
        sales = sild.signIn(0, "liis@sild.example");
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void half_sent_bodies_do_not_block_other_requests() throws Exception {
        var halves = new ArrayList<Socket>();
        try {
            for (int i = 0; i < HALVES; i++) {
                var socket = new Socket("localhost", sild.port(0));
                halves.add(socket);
                String length = i % 3 == 0 ? "Transfer-Encoding: chunked\r\n\r\n20\r\n" : "Content-Length: 200\r\n\r\n";
                String path = i % 2 == 0 ? "/api/v1/sessions" : "/api/v1/customers";
                socket.getOutputStream()
                        .write(("POST " + path
                                        + " HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: "
                                        + "same-origin\r\nCookie: sild_access="
                                        + sales.access() + "\r\nContent-Type: application/json\r\n" + length
                                        + "{\"email\": ")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            var end = Instant.now().plus(BODY).minusSeconds(2);
            Thread.sleep(1_000);
            var slowest = Duration.ZERO;
            while (Instant.now().isBefore(end)) {
                slowest = max(slowest, time(() -> sild.signIn(0, "helen@pohjala.example")));
                slowest = max(slowest, time(() -> sild.get(0, null, "/q/health/ready")));
            }
            System.out.printf("%d half-sent bodies: the slowest sign-in after %d ms%n", HALVES, slowest.toMillis());
            assertThat(slowest).isLessThan(NOTICED);
            for (Socket socket : halves) {
                assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 408 Request Timeout");
            }
        } finally {
            for (Socket socket : halves) {
                socket.close();
            }
        }
    }

    /** Together more than the heap of the instance. */
    @Test
    void large_half_sent_bodies_do_not_exhaust_the_memory() throws Exception {
        var halves = new ArrayList<Socket>();
        byte[] piece = "x".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        int refused = 0;
        try {
            for (int i = 0; i < 40; i++) {
                var socket = new Socket("localhost", sild.port(0));
                halves.add(socket);
                socket.setSoTimeout(10_000);
                try {
                    socket.getOutputStream()
                            .write(("POST /api/v1/opportunities/%s/notes/%s/attachments "
                                            + "HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: "
                                            + "same-origin\r\nCookie: sild_access=%s\r\n"
                                            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n")
                                    .formatted(UUID.randomUUID(), UUID.randomUUID(), sales.access(), 15 * piece.length)
                                    .getBytes(StandardCharsets.US_ASCII));
                    for (int sent = 0; sent < 14; sent++) {
                        socket.getOutputStream().write(piece);
                    }
                } catch (SocketException answeredAndClosed) {
                    refused++;
                }
            }
            assertThat(sild.get(0, sales, "/api/v1/opportunities").status()).isEqualTo(200);
            for (Socket socket : halves.subList(0, 3)) {
                assertThat(socket.getInputStream().available()).isZero();
            }
            Thread.sleep(500);
            for (Socket socket : halves.subList(5, halves.size())) {
                refused += socket.getInputStream().available() > 0 ? 1 : 0;
            }
            assertThat(refused).isPositive();
        } finally {
            for (Socket socket : halves) {
                socket.close();
            }
        }
        assertThat(sild.post(
                                0,
                                sales,
                                "/api/v1/customers",
                                "{\"name\": \"%s\", \"country\": \"EE\"}".formatted("x".repeat(150)))
                        .status())
                .isEqualTo(201);
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout((int) BODY.plusSeconds(10).toMillis());
        var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return answer.lines().findFirst().orElse("");
    }

    @Test
    void a_frozen_database_causes_503_within_seconds_and_recovers() throws Exception {
        List<Callable<Answer>> calls = List.of(
                () -> sild.get(0, null, "/q/health/ready"),
                () -> sild.get(0, null, "/.well-known/jwks.json"),
                () -> sild.post(
                        0,
                        null,
                        "/api/v1/sessions",
                        "{\"email\": \"liis@sild.example\", \"password\": \"%s\"}".formatted(Instances.PASSWORD)),
                () -> sild.get(0, sales, "/api/v1/opportunities"),
                () -> sild.get(0, sales, "/api/v1/dashboard"),
                () -> sild.get(0, sales, "/api/v1/customers/export"),
                () -> sild.post(0, sales, "/api/v1/customers", "{\"name\": \"Frozen\", \"country\": \"EE\"}"));
        var slowest = Duration.ZERO;
        sild.freeze(true);
        try (var clients = Executors.newFixedThreadPool(40)) {
            for (int round = 0; round < 3; round++) {
                // More requests than connections: requests that wait for a connection time out as well.
                var all = new ArrayList<Callable<Duration>>();
                for (int i = 0; i < 35; i++) {
                    var call = calls.get(i % calls.size());
                    all.add(() -> refusedIn(call));
                }
                for (var answer : clients.invokeAll(all)) {
                    slowest = max(slowest, answer.get());
                }
            }
        } finally {
            sild.freeze(false);
        }
        System.out.printf("frozen database: the slowest answer after %d ms%n", slowest.toMillis());
        var thawed = Instant.now();
        while (sild.get(0, sales, "/api/v1/opportunities").status() != 200) {
            assertThat(Duration.between(thawed, Instant.now()))
                    .as("works again")
                    .isLessThan(Duration.ofSeconds(20));
            Thread.sleep(200);
        }
        assertThat(sild.get(0, null, "/q/health/ready").status()).isEqualTo(200);
        assertThat(sild.count("select count(*) from customer where name = 'Frozen'"))
                .isZero();
    }

    private static Duration refusedIn(Callable<Answer> call) throws Exception {
        var begin = Instant.now();
        var answer = call.call();
        var took = Duration.between(begin, Instant.now());
        assertThat(answer.status()).as(answer.text()).isEqualTo(503);
        assertThat(took).as(answer.text()).isLessThan(GIVEN_UP);
        return took;
    }

    private static Duration time(Callable<?> act) throws Exception {
        var begin = Instant.now();
        act.call();
        return Duration.between(begin, Instant.now());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
