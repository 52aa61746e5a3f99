package ee.sild.authorization;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.QuarkusTest;

import ee.sild.Api;

/** What can be read, but says something impossible: the answer names the field. */
@QuarkusTest
class InvalidRequestTest {

    /** Each text of the example in turn becomes far too long. */
    @TestFactory
    List<DynamicTest> a_text_that_is_too_long_is_named() {
        return Granted.each(operation -> operation.contract().has("requestBody")
                && texts(operation.example()).findAny().isPresent(),
                granted -> texts(granted.operation().example()).forEach(name -> assertThat(Api.refused(granted.operation()
                        .sendBody(granted.request().header("If-Match", "*"), granted.thing(), name, "x".repeat(20_000)), 422, "invalid")
                        .path("errors").findValuesAsText("pointer")).contains("/" + name)));
    }

    private static Stream<String> texts(JsonNode body) {
        return body.properties().stream().filter(field -> field.getValue().isTextual() && !field.getKey().endsWith("Id")
                && !field.getKey().matches("role|method|source|content|exclusiveUntil|reasonCode|outcome|country|currency|validFrom|dueOn|language")).map(Map.Entry::getKey);
    }

    @TestFactory
    List<DynamicTest> a_page_that_is_too_long_is_named() {
        return Granted.each(operation -> operation.hasParameter("limit"), granted -> granted.request().queryParam("limit", 0)
                .pathParams(granted.thing()).get(granted.operation().path())
                .then().statusCode(422).body("code", is("invalid"), "errors.pointer", hasItem("/limit")));
    }

    @ParameterizedTest
    @CsvSource({ "territories", "competencies", "industries", "product-lines" })
    void a_name_is_taken_once(String collection) {
        String body = "{\"name\": \"Nimi %s\"}".formatted(UUID.randomUUID());
        as(admin()).body(body).post("/api/v1/" + collection).then().statusCode(201);
        as(admin()).body(body).post("/api/v1/" + collection).then().statusCode(409).body("code", is("duplicate"));
    }

    @ParameterizedTest
    @CsvSource({ "customers", "partners" })
    void a_registry_code_is_taken_once(String collection) {
        String code = UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"name\": \"Kaks OÜ\", \"country\": \"EE\", \"registryCode\": \"%s\"}";
        as(admin()).body(body.formatted(code)).post("/api/v1/" + collection).then().statusCode(201);
        as(admin()).body(body.formatted(code)).post("/api/v1/" + collection).then().statusCode(409).body("code", is("duplicate"));
        String other = as(admin()).body(body.formatted("x" + code)).post("/api/v1/" + collection).then().statusCode(201).extract().path("id");
        as(admin()).contentType("application/merge-patch+json").header("If-Match", "*").body("{\"registryCode\": \"%s\"}".formatted(code))
                .patch("/api/v1/" + collection + "/{id}", other).then().statusCode(409).body("code", is("duplicate"));
    }

    @Test
    void an_address_is_invited_once() {
        String body = "{\"name\": \"x\", \"email\": \"%s@people.test\", \"role\": \"PARTNER_ADMIN\"}".formatted(UUID.randomUUID());
        String partner = Cast.get().a.id();
        as(admin()).body(body).post("/api/v1/partners/{id}/users", partner).then().statusCode(201);
        as(admin()).body(body).post("/api/v1/partners/{id}/users", partner).then().statusCode(409).body("code", is("user.exists"));
    }
}
