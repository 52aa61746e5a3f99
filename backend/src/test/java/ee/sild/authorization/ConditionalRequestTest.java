package ee.sild.authorization;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.Api;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;

/** Every resource has a version: a caller cannot overwrite unseen changes, and need not fetch unchanged data again. */
@QuarkusTest
@Tag("slow")
class ConditionalRequestTest {

    @TestFactory
    List<DynamicTest> a_version_that_is_not_the_latest_is_refused() {
        return AllowedCases.parallel(
                operation -> operation.hasParameter("If-Match"),
                granted -> Api.refused(
                        granted.operation()
                                .sendAsIs(granted.request().header("If-Match", "\"999\""), granted.resource()),
                        412,
                        "if-match.stale"));
    }

    @TestFactory
    List<DynamicTest> an_edit_without_a_version_is_refused() {
        return AllowedCases.parallel(
                operation -> operation.method().equals("PATCH"),
                granted -> Api.refused(
                        granted.operation().sendAsIs(granted.request(), granted.resource()), 428, "if-match.required"));
    }

    @TestFactory
    List<DynamicTest> what_has_not_changed_is_not_sent_again() {
        // Sequential: the fixtures of another case would change what a partner shows.
        return AllowedCases.each(
                operation -> operation.contract().path("responses").has("304"), granted -> {
                    String tag = granted.operation()
                            .sendAsIs(granted.request(), granted.resource())
                            .then()
                            .statusCode(200)
                            .extract()
                            .header("ETag");
                    // Proxies that compress make tags weak.
                    for (String known : List.of(tag, "W/" + tag, "\"0.00000000\", W/" + tag, "*")) {
                        granted.operation()
                                .sendAsIs(granted.request().header("If-None-Match", known), granted.resource())
                                .then()
                                .statusCode(304)
                                .body(emptyString());
                    }
                    granted.operation()
                            .sendAsIs(granted.request().header("If-None-Match", "\"0.00000000\""), granted.resource())
                            .then()
                            .statusCode(200);
                });
    }

    @Test
    void every_single_resource_is_versioned() {
        var without = Operation.all(new AccessPolicy(), TestUsers.get()).stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.path().endsWith("}"))
                .filter(operation -> !operation.contract().path("responses").has("304"))
                .map(Operation::id)
                .toList();
        assertThat(without).isEmpty();
    }

    /** Each writer adds a mark to the value it has read, and retries on a conflict. */
    @Test
    void fifty_writers_lose_no_update() throws Exception {
        String id = as(admin())
                .body("{\"name\": \"Kirjutajad %s\", \"country\": \"EE\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (var threads = Executors.newCachedThreadPool()) {
            var writers = IntStream.range(0, 50)
                    .mapToObj(writer -> threads.submit(() -> addMark(id, "m" + writer + ".")))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        }
        String marks =
                as(admin()).get("/api/v1/customers/{id}", id).then().extract().path("address.street");
        assertThat(marks.split("\\.")).doesNotHaveDuplicates().hasSize(50);
    }

    private static void addMark(String id, String mark) {
        int status = 412;
        while (status == 412) {
            var seen = as(admin())
                    .get("/api/v1/customers/{id}", id)
                    .then()
                    .statusCode(200)
                    .extract();
            String street = seen.path("address.street");
            status = as(admin())
                    .contentType("application/merge-patch+json")
                    .header("If-Match", seen.header("ETag"))
                    .body(Map.of("address", Map.of("street", (street == null ? "" : street) + mark)))
                    .patch("/api/v1/customers/{id}", id)
                    .statusCode();
        }
        assertThat(status).isEqualTo(200);
    }
}
