package ee.sild;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class BadInputTest {

    private static final List<String> BODIES = List.of("", "{", "[]", "null", "\"text\"", "{\"nonsense\": 1}", "{\"topic\": {\"a\": 1}}",
            "{\"name\": \"\\u0000\", \"country\": \"EE\", \"topic\": \"\\u0000\"}", "{\"name\": 1, \"name\": 2}",
            "{\"reason\": \"" + "x".repeat(20_000) + "\"}", "{\"estimatedValue\": {\"amount\": 1e400, \"currency\": \"EUR\"}}",
            "[".repeat(2_000));

    @TestFactory
    List<DynamicTest> no_operation_breaks_on_bad_input() {
        var tests = new ArrayList<DynamicTest>();
        ContractTest.operations((name, operation) -> {
            if (!name.contains("/oauth/") && !operation.path("operationId").asText().equals("signOut")) {
                tests.add(DynamicTest.dynamicTest(name, () -> shake(name, operation.has("requestBody"))));
            }
        });
        return tests;
    }

    private static void shake(String name, boolean hasBody) {
        String method = name.substring(0, name.indexOf(' ')).toUpperCase(java.util.Locale.ROOT);
        String path = name.substring(name.indexOf(' ') + 1).replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        for (String body : hasBody ? BODIES : List.of("")) {
            var answer = call(method, path, hasBody, body);
            boolean fine = answer.statusCode() < 300 && !hasBody;
            if (!fine) {
                assertThat(answer.statusCode()).as("%s %s %.60s → %s", method, path, body, answer.asString()).isBetween(400, 499)
                        .satisfies(status -> assertThat(path.startsWith("/api/v1/sessions") || status != 401).isTrue());
                assertThat(answer.contentType()).as("%s %s %.60s → %d %s", method, path, body, answer.statusCode(), answer.headers()).startsWith("application/problem+json");
                assertThat(answer.jsonPath().getString("code")).isNotBlank();
            }
        }
        if (path.contains("/api/") && !hasBody) {
            assertThat(call(method, path + "?limit=x&cursor=%00&sort=%27&status=NOPE", false, "").statusCode()).isLessThan(500);
        }
    }

    private static io.restassured.response.Response call(String method, String path, boolean hasBody, String body) {
        var request = RestAssured.given().urlEncodingEnabled(false).header("Sec-Fetch-Site", "same-origin")
                .cookie("sild_access", admin().access()).header("If-Match", "\"0\"");
        if (hasBody) {
            request.contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json").body(body);
        }
        return request.request(method, path);
    }

    @Test
    void names_every_field_that_is_wrong_at_once() {
        as(admin()).body("""
                {"topic": " ", "customer": {"name": "", "country": "XX"}, "currency": "ABC", "probability": 101,
                 "estimatedValue": {"amount": 10.001, "currency": "EUR"}}""").post("/api/v1/opportunities").then().statusCode(422)
                .body("code", is("invalid"), "errors.pointer", hasItems("/topic", "/customer/name", "/customer/country", "/currency",
                        "/probability", "/estimatedValue/amount"), "errors.code", everyItem(notNullValue()));
    }

    @Test
    void names_an_unknown_field() {
        as(admin()).body("{\"topic\": \"x\", \"status\": \"WON\"}").post("/api/v1/opportunities").then().statusCode(400)
                .body("code", is("malformed"), "errors[0].pointer", is("/status"), "errors[0].code", is("unknown"));
    }

    @Test
    void speaks_estonian_when_asked() {
        as(partner().admin()).header("Accept-Language", "et-EE,et;q=0.9").get("/api/v1/opportunities/{id}", UUID.randomUUID())
                .then().statusCode(404).header("Content-Language", "et").body("title", is("Sellist ei ole"));
    }

    @Test
    void refuses_a_change_from_another_site_and_two_identities() {
        RestAssured.given().cookie("sild_access", admin().access()).header("Sec-Fetch-Site", "cross-site").contentType("application/json")
                .body("{\"name\": \"x\"}").post("/api/v1/territories").then().statusCode(403).body("code", is("cross-origin"));
        RestAssured.given().cookie("sild_access", admin().access()).header("Authorization", "Bearer x").get("/api/v1/me")
                .then().statusCode(400).body("code", is("two-identities"));
    }

    @Test
    void what_the_framework_refuses_is_a_problem_too() {
        RestAssured.given().contentType("application/json").body("x".repeat(2 * 1024 * 1024)).post("/api/v1/sessions")
                .then().statusCode(413).contentType("application/problem+json").body("code", is("too-large"));
        RestAssured.given().urlEncodingEnabled(false).contentType("text/plain").body("x").post("/api/v1/sessions")
                .then().statusCode(415).contentType("application/problem+json").body("code", is("media-type"));
        RestAssured.put("/api/v1/me").then().statusCode(405).contentType("application/problem+json").body("code", is("method-not-allowed"));
    }

    @Test
    void an_unknown_path_under_api_is_a_problem() {
        RestAssured.get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json").body("code", is("not-found"));
    }
}
