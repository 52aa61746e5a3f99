package ee.sild.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.Api;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** A repeated request with the same key has no second effect and gets the same response. */
@QuarkusTest
@Tag("slow")
class IdempotencyTest {

    @Inject
    AgroalDataSource database;

    private static boolean isKeyed(Operation operation) {
        return operation.method().equals("POST");
    }

    @TestFactory
    List<DynamicTest> the_same_request_is_answered_the_same() {
        return AllowedCases.parallel(IdempotencyTest::isKeyed, granted -> {
            String key = UUID.randomUUID().toString();
            String body = granted.operation().body();
            Response first = granted.operation()
                    .send(granted.request().header("Idempotency-Key", key), granted.resource(), body);
            assertThat(first.statusCode()).isBetween(200, 299);
            assertThat(first.header("Idempotent-Replayed")).isNull();
            Response again = granted.operation()
                    .send(granted.request().header("Idempotency-Key", key), granted.resource(), body);
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(again.statusCode()).isEqualTo(first.statusCode());
            assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
            for (String header : List.of("ETag", "Location", "Content-Type")) {
                assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
            }
        });
    }

    @TestFactory
    List<DynamicTest> another_request_under_the_key_is_refused() {
        return AllowedCases.parallel(IdempotencyTest::isKeyed, granted -> {
            String key = UUID.randomUUID().toString();
            granted.request()
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"name\": \"Kala\", \"country\": \"EE\"}")
                    .post("/api/v1/customers")
                    .then()
                    .statusCode(201);
            Api.refused(
                    granted.operation().send(granted.request().header("Idempotency-Key", key), granted.resource()),
                    422,
                    "idempotency.reused");
        });
    }

    /** The first request is still running, which its lock on the key shows. */
    @TestFactory
    List<DynamicTest> a_request_that_is_still_running_is_not_run_beside_it() {
        return AllowedCases.parallel(IdempotencyTest::isKeyed, granted -> {
            String key = UUID.randomUUID().toString();
            String me = Api.answered(granted.request().get("/api/v1/me"), 200)
                    .path("id")
                    .asText();
            String hash = HexFormat.of().formatHex(sha256("key of " + key));
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("select pg_advisory_xact_lock(hashtextextended('" + me + hash + "', 0))");
                Api.refused(
                        granted.operation().send(granted.request().header("Idempotency-Key", key), granted.resource()),
                        409,
                        "idempotency.running");
                connection.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "üks"})
    void an_invalid_key_is_rejected(String key) {
        as(admin())
                .header("Idempotency-Key", key)
                .body("{\"name\": \"x\"}")
                .post("/api/v1/industries")
                .then()
                .statusCode(400)
                .body("code", is("idempotency.key"));
    }

    @Test
    void a_failure_is_not_stored() {
        String key = UUID.randomUUID().toString();
        as(admin())
                .header("Idempotency-Key", key)
                .body("{\"name\": \" \"}")
                .post("/api/v1/industries")
                .then()
                .statusCode(422);
        as(admin())
                .header("Idempotency-Key", key)
                .body("{\"name\": \"%s\"}".formatted(key))
                .post("/api/v1/industries")
                .then()
                .statusCode(201);
    }

    @Test
    void keys_are_separate_for_each_caller() {
        String key = UUID.randomUUID().toString();
        as(admin())
                .header("Idempotency-Key", key)
                .body("{\"name\": \"%s\"}".formatted(key))
                .post("/api/v1/industries")
                .then()
                .statusCode(201);
        as(Api.staff("CHANNEL_MANAGER"))
                .header("Idempotency-Key", key)
                .body("{\"name\": \"%s 2\"}".formatted(key))
                .post("/api/v1/industries")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", nullValue());
    }

    /** A caller that may no longer use the operation does not get the stored response. */
    @Test
    void a_replay_checks_the_callers_rights() {
        var manager = Api.staff("CHANNEL_MANAGER");
        String key = UUID.randomUUID().toString();
        String body = "{\"name\": \"%s\"}".formatted(key);
        as(manager)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/industries")
                .then()
                .statusCode(201);
        Api.patch(admin(), 1)
                .body("{\"role\": \"SALES\"}")
                .patch("/api/v1/users/{id}", manager.id())
                .then()
                .statusCode(200);
        as(manager)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/industries")
                .then()
                .statusCode(403);
    }

    @Test
    void concurrent_duplicates_have_one_effect() throws Exception {
        var keys = IntStream.range(0, 20)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        try (var threads = Executors.newCachedThreadPool()) {
            var answers = new ArrayList<Future<Response>>();
            for (int round = 0; round < 10; round++) {
                for (String key : keys) {
                    answers.add(threads.submit(() -> as(admin())
                            .header("Idempotency-Key", key)
                            .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(key))
                            .post("/api/v1/customers")));
                }
            }
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isIn(201, 409);
            }
        }
        for (String key : keys) {
            as(admin()).get("/api/v1/customers?q=" + key).then().body("items.size()", is(1));
        }
    }
}
