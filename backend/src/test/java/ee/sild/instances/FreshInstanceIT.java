package ee.sild.instances;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ee.sild.instances.Instances.Answer;
import ee.sild.instances.Instances.Person;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A token that is sent with an anonymous operation is ignored, also by an instance that has just started and loaded no
 * class for it yet.
 */
class FreshInstanceIT {

    private static final int FRESH = 5;
    private static final int TOKENS = 200;
    private static final int CONNECTIONS = 16;
    /**
     * Nothing is compiled yet, and other instances share the cores: a response within this time is slow, but not stuck.
     */
    private static final Duration ANSWERED = Duration.ofSeconds(3);

    private static Instances sild;
    private static Person sales;
    private static Map<String, String> tokens;

    /** An anonymous operation. */
    record Operation(String method, String path, String body) {}

    private static final List<Operation> ANONYMOUS = List.of(
            new Operation("GET", "/.well-known/jwks.json", null),
            new Operation("GET", "/problems/not-found", null),
            new Operation("POST", "/api/v1/sessions/refresh", null),
            new Operation("DELETE", "/api/v1/sessions/current", null),
            new Operation("GET", "/api/v1/invitations/unknown", null),
            new Operation("POST", "/api/v1/invitations/unknown/accept", "{\"password\": \"long enough for anybody\"}"),
            new Operation(
                    "POST",
                    "/api/v1/setup",
                    "{\"token\": \"x\", \"name\": \"x\", \"email\": \"a@b.test\", \"password\": "
                            + "\"long enough for anybody\", \"language\": \"en\"}"),
            new Operation("POST", "/oauth/token", "grant_type=client_credentials"),
            new Operation("POST", "/api/v1/sessions", "{\"email\": \"anna@sild.example\"}"),
            new Operation(
                    "POST",
                    "/api/v1/sessions",
                    "{\"email\": \"anna@sild.example\", \"password\": \"%s\"}".formatted(Instances.PASSWORD)));

    @BeforeAll
    static void start() throws Exception {
        // Sixteen concurrent sign-ins exceed the default limit of attempts per user name.
        sild = new Instances(1, Map.of("SILD_LIMITS_ATTEMPTS", "1000"), Instances.INSTALLED);
        sales = sild.signIn(0, "liis@sild.example");
        tokens = badTokens();
    }

    @AfterAll
    static void stop() throws Exception {
        sild.close();
    }

    @Test
    void an_invalid_token_does_not_affect_anonymous_operations() throws Exception {
        var expected = new LinkedHashMap<Operation, Integer>();
        for (Operation operation : ANONYMOUS) {
            expected.put(operation, send(0, operation).statusCode());
        }
        assertThat(expected.values()).doesNotContain(500).contains(200, 201, 204, 401, 404);
        var slowest = Duration.ZERO;
        for (int fresh = 1; fresh <= FRESH; fresh++) {
            sild.start();
            slowest = max(slowest, sendTokens(fresh, expected));
            assertThat(send(fresh, ANONYMOUS.getLast()).statusCode())
                    .as("signs in")
                    .isEqualTo(201);
            assertThat(sild.log(fresh).lines().skip(1).filter(line -> line.startsWith("{")))
                    .as("the log")
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain("\"level\":\"ERROR\"", "\"level\":\"WARN\"", "exception", "StackOverflow"));
            sild.process(fresh).destroy();
            sild.process(fresh).waitFor();
        }
        System.out.printf(
                "%d fresh instances, %d bad tokens each: the slowest answer after %d ms%n",
                FRESH, TOKENS, slowest.toMillis());
    }

    /**
     * Sends all tokens by header and cookie to every anonymous operation, while another user works and health is
     * checked.
     */
    private static Duration sendTokens(int fresh, Map<Operation, Integer> expected) throws Exception {
        var calls = new ArrayList<Callable<Duration>>();
        var names = List.copyOf(tokens.keySet());
        for (int i = 0; i < TOKENS; i++) {
            Operation operation = ANONYMOUS.get(i % ANONYMOUS.size());
            String name = names.get((i / ANONYMOUS.size()) % names.size());
            String[] header = i % 2 == 0
                    ? new String[] {"Authorization", "Bearer " + tokens.get(name)}
                    : new String[] {"Cookie", "sild_access=" + tokens.get(name)};
            calls.add(() -> {
                var begin = Instant.now();
                int status = send(fresh, operation, header).statusCode();
                var took = Duration.between(begin, Instant.now());
                assertThat(status)
                        .as("%s %s with %s as %s", operation.method(), operation.path(), name, header[0])
                        .isEqualTo(expected.get(operation));
                assertThat(took)
                        .as("%s %s with %s as %s", operation.method(), operation.path(), name, header[0])
                        .isLessThan(ANSWERED);
                return took;
            });
        }
        var over = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CONNECTIONS);
                var bystanders = Executors.newFixedThreadPool(2)) {
            var list = bystanders.submit(() -> watch(over, () -> sild.get(fresh, sales, "/api/v1/opportunities")));
            var health = bystanders.submit(() -> watch(over, () -> sild.get(fresh, null, "/q/health")));
            var slowest = Duration.ZERO;
            try {
                for (var call : clients.invokeAll(calls)) {
                    slowest = max(slowest, call.get());
                }
            } finally {
                over.set(true);
            }
            System.out.printf(
                    "slowest answer %d ms, list %d ms, health %d ms%n",
                    slowest.toMillis(), list.get().toMillis(), health.get().toMillis());
            assertThat(list.get()).as("a list of another user").isLessThan(ANSWERED);
            assertThat(health.get()).as("health").isLessThan(ANSWERED);
            return slowest;
        }
    }

    private static Duration watch(AtomicBoolean over, Callable<Answer> look) throws Exception {
        var slowest = Duration.ZERO;
        while (!over.get()) {
            var begin = Instant.now();
            assertThat(look.call().status()).isEqualTo(200);
            slowest = max(slowest, Duration.between(begin, Instant.now()));
            Thread.sleep(50);
        }
        return slowest;
    }

    @Test
    void a_user_can_sign_in_immediately_after_their_session_ended_elsewhere() {
        Person here = sild.signIn(0, "helen@pohjala.example");
        Person elsewhere = sild.signIn(0, "helen@pohjala.example");
        String id = sild.get(0, elsewhere, "/api/v1/sessions")
                .body()
                .path("items")
                .valueStream()
                .filter(session -> !session.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(sild.send(0, elsewhere, "DELETE", "/api/v1/sessions/" + id, null)
                        .status())
                .isEqualTo(204);
        assertThat(sild.get(0, here, "/api/v1/me").status()).isEqualTo(401);
        Answer again = sild.post(
                0,
                here,
                "/api/v1/sessions",
                "{\"email\": \"helen@pohjala.example\", \"password\": \"%s\"}".formatted(Instances.PASSWORD));
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(sild.send(0, here, "DELETE", "/api/v1/sessions/current", null)
                        .status())
                .isEqualTo(204);
    }

    private static Map<String, String> badTokens() throws Exception {
        String ended = sild.signIn(0, "anna@sild.example").access();
        Person anna = new Person(ended, "none");
        String id = sild.get(0, anna, "/api/v1/sessions")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        assertThat(sild.send(0, anna, "DELETE", "/api/v1/sessions/" + id, null).status())
                .isEqualTo(204);
        Person admin = sild.signIn(0, "mari@sild.example");
        var client = sild.post(
                        0,
                        admin,
                        "/api/v1/api-clients",
                        "{\"name\": \"Bystander\", \"role\": \"SALES\", \"scopes\": [\"me:read\"]}")
                .body();
        String basic = Base64.getEncoder()
                .encodeToString((client.path("clientId").asText() + ":"
                                + client.path("clientSecret").asText())
                        .getBytes(StandardCharsets.UTF_8));
        String ofClient = sild.json(send(
                                0,
                                new Operation("POST", "/oauth/token", "grant_type=client_credentials"),
                                "Authorization",
                                "Basic " + basic)
                        .body())
                .path("access_token")
                .asText();
        assertThat(ofClient).isNotBlank();
        var foreign = KeyPairGenerator.getInstance("EC");
        foreign.initialize(new ECGenParameterSpec("secp256r1"));
        PrivateKey key = foreign.generateKeyPair().getPrivate();
        String realKey = sild.json(
                        new String(Base64.getUrlDecoder().decode(ended.split("\\.")[0]), StandardCharsets.UTF_8))
                .path("kid")
                .asText();
        var all = new LinkedHashMap<String, String>();
        all.put("no token at all", "xyz");
        all.put("three parts of nothing", "a.b.c");
        all.put("a token that is cut off", ended.substring(0, ended.length() / 2));
        all.put("one without signature", ended.substring(0, ended.lastIndexOf('.') + 1));
        all.put("one with a changed signature", ended.substring(0, ended.length() - 6) + "AAAAAA");
        all.put("one of a foreign key", sign(key, UUID.randomUUID().toString(), Duration.ofMinutes(5)));
        all.put("one of a foreign key under our key's name", sign(key, realKey, Duration.ofMinutes(5)));
        all.put("an old one of a foreign key", sign(key, "no uuid", Duration.ofDays(-1)));
        all.put("one of a session that was ended", ended);
        all.put("one of a client", ofClient);
        return all;
    }

    private static String sign(PrivateKey key, String kid, Duration left) throws GeneralSecurityException {
        return Jwt.issuer("sild")
                .audience("sild")
                .subject(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .issuedAt(Instant.now().minus(Duration.ofDays(2)))
                .expiresAt(Instant.now().plus(left))
                .jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(kid)
                .sign(key);
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static java.net.http.HttpResponse<String> send(int instance, Operation operation, String... header)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + sild.port(instance) + operation.path()))
                .timeout(Duration.ofSeconds(20))
                .method(
                        operation.method(),
                        operation.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(operation.body()));
        if (operation.body() != null) {
            request.header(
                    "Content-Type",
                    operation.body().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        }
        if (header.length > 0) {
            request.headers(header);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
