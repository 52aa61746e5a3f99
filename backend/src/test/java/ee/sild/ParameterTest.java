package ee.sild;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.BadInputTest.Target;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** The parameters and methods of every address of the contract. */
@QuarkusTest
@Tag("slow")
class ParameterTest {

    @TestHTTPResource
    URI server;

    private static Api.Company company;
    private static final List<String> UNUSABLE_DAYS =
            List.of("%2B999999999-12-31", "-0001-01-01", "2026-02-30", "2026-11-29T10:00:00Z", "20261129");

    @TestFactory
    Stream<DynamicTest> an_unknown_parameter_is_refused_by_name() {
        return operations()
                .filter(target -> List.of("GET", "DELETE").contains(target.method()))
                .map(target -> test(target, () -> {
                    var answer = send(target, "updatedBefore=2026-01-01&registry=1");
                    answer.then().statusCode(400).body("code", is("malformed"));
                    assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                            .containsExactlyInAnyOrder("/updatedBefore", "/registry");
                }));
    }

    /** REST Assured sends a repeated parameter once. */
    @ParameterizedTest
    @ValueSource(strings = {"partners?q=a&q=b", "opportunities?limit=1&limit=2", "customers?sort=name&sort=name"})
    void a_parameter_without_list_cannot_be_repeated(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(server.resolve("/api/v1/" + address))
                    .header("Cookie", "sild_access=" + admin().access())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"repeated\"");
        }
    }

    @TestFactory
    Stream<DynamicTest> no_parameter_contains_characters_that_cannot_be_stored() {
        return parameters(schema -> true, "a%00", 400);
    }

    @TestFactory
    Stream<DynamicTest> a_day_is_written_as_one_and_within_reach() {
        var tests = new ArrayList<DynamicTest>();
        for (String day : UNUSABLE_DAYS) {
            parameters(schema -> schema.path("$ref").asText().endsWith("/LocalDate"), day, 422)
                    .forEach(tests::add);
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(2 * UNUSABLE_DAYS.size());
        return tests.stream();
    }

    /** Anything else than true counted as false, and the filter did not filter. */
    @TestFactory
    Stream<DynamicTest> what_is_true_or_false_is_nothing_else() {
        var tests = Stream.of("1", "yes", "TRUE", "")
                .flatMap(value ->
                        parameters(schema -> schema.path("type").asText().equals("boolean"), value, 400))
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(4 * 5);
        return tests.stream();
    }

    /** Java parses digits of every script, a contract's integer has ten. */
    @TestFactory
    Stream<DynamicTest> a_number_has_the_digits_of_one() {
        var tests = Stream.of("%D9%A3", "%EF%BC%91%EF%BC%90", "%2B5", "5.0", "0x5")
                .flatMap(value ->
                        parameters(schema -> schema.path("type").asText().equals("integer"), value, 400))
                .toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(5 * 10);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> options_and_refusals_name_the_methods_of_the_address() {
        return operations()
                .map(Target::path)
                .distinct()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var methods = operations()
                            .filter(target -> target.path()
                                    .replaceAll("[0-9a-f-]{36}", "x")
                                    .equals(path.replaceAll("[0-9a-f-]{36}", "x")))
                            .map(Target::method)
                            .distinct()
                            .toList();
                    var allowed = new ArrayList<>(methods);
                    allowed.add("OPTIONS");
                    if (methods.contains("GET")) {
                        allowed.add("HEAD");
                    }
                    var options = given().options(path);
                    assertThat(options.statusCode()).isEqualTo(204);
                    assertThat(options.header("Allow").split(", ")).containsExactlyInAnyOrderElementsOf(allowed);
                    for (String other : List.of("GET", "PUT", "PATCH", "DELETE", "POST")) {
                        if (!methods.contains(other)) {
                            for (var caller : List.of(given(), Api.unvalidated(admin()))) {
                                var refused = caller.request(other, path);
                                assertThat(refused.statusCode()).as(other).isEqualTo(405);
                                assertThat(refused.header("Allow").split(", "))
                                        .containsExactlyInAnyOrderElementsOf(allowed);
                            }
                        }
                    }
                }));
    }

    @Test
    void an_address_that_does_not_exist_has_no_options() {
        given().options("/api/v1/nothing").then().statusCode(404);
    }

    @Test
    void a_changed_cursor_is_refused() {
        partner();
        partner();
        String cursor = as(admin()).get("/api/v1/partners?limit=1").path("nextCursor");
        as(admin()).get("/api/v1/partners?limit=1&cursor=" + cursor).then().statusCode(200);
        for (int i : new int[] {0, cursor.length() / 2, cursor.length() - 3}) {
            String changed = cursor.substring(0, i) + (cursor.charAt(i) == 'A' ? 'B' : 'A') + cursor.substring(i + 1);
            as(admin())
                    .get("/api/v1/partners?limit=1&cursor=" + changed)
                    .then()
                    .statusCode(400)
                    .body("code", is("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/api/v1/opportunities"})
    void a_missing_token_is_asked_for(String path) {
        assertThat(given().get(path).then().statusCode(401).extract().header("WWW-Authenticate"))
                .startsWith("Bearer ");
    }

    @Test
    void a_missing_client_secret_is_asked_for() {
        var answer = given().formParam("grant_type", "client_credentials").post("/oauth/token");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
        assertThat(given().formParam("grant_type", "client_credentials")
                        .formParam("client_id", "a\0")
                        .formParam("client_secret", "b")
                        .post("/oauth/token")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void texts_are_normalized_and_what_cannot_be_stored_is_refused() {
        var created = as(admin())
                .body(
                        "{\"name\": \" Gro\u0308\u00DF\u00A0\\n \u200BAS\uFEFF\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"  \"}}")
                .post("/api/v1/customers");
        created.then().statusCode(201).body("name", is("Gr\u00F6\u00DF AS"));
        assertThat((Object) created.path("profile.registryCode")).isNull();
        for (String name : List.of("\\u00a0", "\\u200b\\u2060", "\\ufeff", "\\u3164", "\\n\\t")) {
            as(admin())
                    .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name))
                    .post("/api/v1/customers")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", containsInAnyOrder("/name"));
        }
        for (String name : List.of("A\\ud800B", "A\\u202eB", "A\\u0007B", "A\\u0000B")) {
            as(admin())
                    .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name))
                    .post("/api/v1/customers")
                    .then()
                    .statusCode(422)
                    .body("errors.code", hasItem("character"));
        }
    }

    private static Stream<DynamicTest> parameters(Predicate<JsonNode> which, String value, int status) {
        var tests = new ArrayList<DynamicTest>();
        operations()
                .forEach(target -> target.operation().path("parameters").forEach(parameter -> {
                    JsonNode schema = parameter.path("schema");
                    if (parameter.path("in").asText().equals("query") && which.test(schema)) {
                        String name = parameter.path("name").asText();
                        tests.add(DynamicTest.dynamicTest(target.name() + " " + name + " " + value, () -> {
                            var answer = send(target, name + "=" + value);
                            assertThat(answer.statusCode())
                                    .as(answer.asString())
                                    .isEqualTo(status);
                            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                                    .containsExactly("/" + name);
                        }));
                    }
                }));
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static Stream<Target> operations() {
        return Target.all().stream();
    }

    private static DynamicTest test(Target target, Executable check) {
        return DynamicTest.dynamicTest(target.name(), check);
    }

    private static Response send(Target target, String query) {
        return as(target.isForPartnersOnly() ? company().admin() : admin())
                .urlEncodingEnabled(false)
                .request(target.method(), target.path() + "?" + query);
    }

    private static synchronized Api.Company company() {
        if (company == null) {
            company = partner();
        }
        return company;
    }
}
