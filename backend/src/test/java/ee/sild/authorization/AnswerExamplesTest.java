package ee.sild.authorization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import ee.sild.Api;
import ee.sild.ContractTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sending the example requests of the contract returns the example responses: the same fields, present or null alike,
 * with the same values except those that are new each time. With {@code -Dexamples.write=true} it writes those that
 * differ to {@code answers.json} instead.
 */
@QuarkusTest
class AnswerExamplesTest {

    private static final Path FILE = Path.of("src/main/resources/answers.json");
    private static final String HOW_TO_WRITE =
            "mvn -f backend/reactor.xml test -Dtest=AnswerExamplesTest -Dexamples.write=true -Dcoverage.skip=true";
    private static final boolean WRITE = Boolean.getBoolean("examples.write");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Map<String, JsonNode> WRITTEN = new ConcurrentHashMap<>();

    @TestFactory
    List<DynamicTest> each_example_is_answered_as_stated() {
        return AllowedCases.each(
                operation -> operation.variant() == null
                        && !example(operation.contract()).isMissingNode(),
                granted -> compare(
                        granted.operation().id(),
                        granted.operation().contract(),
                        granted.operation().send(granted.request(), granted.resource())));
    }

    @TestFactory
    List<DynamicTest> anonymous_operations_answer_as_stated() {
        var person = Api.staff("SALES");
        var invited = new AtomicReference<String>();
        var client = Api.as(Api.admin())
                .body("{\"name\": \"CRM\", \"role\": \"SALES\", \"scopes\": [\"me:read\"]}")
                .post("/api/v1/api-clients")
                .then()
                .statusCode(201)
                .extract();
        var calls = new LinkedHashMap<String, Supplier<Response>>();
        calls.put(
                "signIn",
                () -> Api.anonymous()
                        .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), Api.PASSWORD))
                        .post("/api/v1/sessions"));
        calls.put(
                "refreshSession",
                () -> Api.as(person).cookie("sild_refresh", person.refresh()).post("/api/v1/sessions/refresh"));
        calls.put("getInvitation", () -> Api.anonymous().get("/api/v1/invitations/{token}", invite(invited)));
        calls.put(
                "acceptInvitation",
                () -> Api.anonymous()
                        .body("{\"password\": \"%s\"}".formatted(Api.PASSWORD))
                        .post("/api/v1/invitations/{token}/accept", invited.get()));
        calls.put(
                "getPasswordReset",
                () -> Api.anonymous().get("/api/v1/password-resets/{token}", passwordReset(person.id())));
        calls.put("getSetup", () -> Api.anonymous().get("/api/v1/setup"));
        calls.put(
                "getToken",
                () -> given().filter(Api.CONTRACT)
                        .formParam("grant_type", "client_credentials")
                        .formParam("client_id", client.<String>path("clientId"))
                        .formParam("client_secret", client.<String>path("clientSecret"))
                        .post("/oauth/token"));
        calls.put("getPublishedKeys", () -> Api.anonymous().get("/.well-known/jwks.json"));
        var tests = new ArrayList<DynamicTest>();
        ContractTest.operations((name, operation) -> {
            String id = operation.path("operationId").asText();
            if (calls.containsKey(id)) {
                tests.add(DynamicTest.dynamicTest(
                        id, () -> compare(id, operation, calls.get(id).get())));
            }
        });
        return tests;
    }

    private static String invite(AtomicReference<String> invited) {
        String link = Api.as(Api.admin())
                .body("{\"name\": \"Kadri Tamm\", \"email\": \"%s@people.test\", \"role\": \"SALES\"}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        invited.set(link.substring(link.lastIndexOf('/') + 1));
        return invited.get();
    }

    private static String passwordReset(String user) {
        String link = Api.as(Api.admin())
                .post("/api/v1/users/{id}/password-reset", user)
                .then()
                .statusCode(200)
                .extract()
                .path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static JsonNode example(JsonNode operation) {
        JsonNode answers = operation.path("responses");
        return answers.path(answers.has("201") ? "201" : "200").path("content").path("application/json");
    }

    private static void compare(String operation, JsonNode contract, Response answer) {
        answer.then().statusCode(Matchers.lessThan(300));
        try {
            JsonNode got = JSON.readTree(answer.asString());
            var differences = new Normalizer().differences(example(contract).at("/examples/example/value"), got);
            if (!WRITE) {
                assertThat(differences)
                        .as("differences from the examples of the contract; to write them: %s", HOW_TO_WRITE)
                        .isEmpty();
            } else if (!differences.isEmpty()) {
                WRITTEN.put(operation, new Normalizer().shortened(got));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void write() throws IOException {
        if (WRITE) {
            var all = new TreeMap<String, JsonNode>(Map.of());
            JSON.readTree(FILE.toFile()).properties().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
            all.putAll(WRITTEN);
            Files.writeString(FILE, JSON.writeValueAsString(all) + "\n");
        }
    }
}
