package ee.sild.authorization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.Api;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Well-formed bodies with invalid values: the response names the field. */
@QuarkusTest
class InvalidRequestTest {

    /** Makes each text of the example too long, one at a time. */
    @TestFactory
    List<DynamicTest> a_text_that_is_too_long_is_named() {
        return AllowedCases.parallel(
                operation -> operation.contract().has("requestBody")
                        && texts(operation.example(), "").findAny().isPresent(),
                granted -> texts(granted.operation().example(), "")
                        .forEach(pointer -> assertThat(Api.refused(
                                                granted.operation()
                                                        .sendBody(
                                                                granted.request()
                                                                        .header("If-Match", "*"),
                                                                granted.resource(),
                                                                pointer,
                                                                "x".repeat(20_000)),
                                                422,
                                                "invalid")
                                        .path("errors")
                                        .findValuesAsText("pointer"))
                                .contains(pointer)));
    }

    private static Stream<String> texts(JsonNode body, String at) {
        return body.properties().stream()
                .flatMap(field -> field.getValue().isObject()
                        ? texts(field.getValue(), at + "/" + field.getKey())
                        : field.getValue().isTextual() && isFree(field.getKey())
                                ? Stream.of(at + "/" + field.getKey())
                                : Stream.empty());
    }

    private static boolean isFree(String field) {
        return !field.endsWith("Id")
                && !field.matches("role|method|source|content|exclusiveUntil|reasonCode|outcome|country|currency|"
                        + "validFrom|dueOn|language");
    }

    /**
     * Sets each field to a number that is too large. It is neither stored as another number nor written out in full.
     */
    @TestFactory
    List<DynamicTest> a_number_that_nothing_could_hold_is_named() {
        return AllowedCases.parallel(
                operation -> !leaves(operation).isEmpty(),
                granted -> leaves(granted.operation()).forEach((pointer, types) -> {
                    boolean whole = types.contains("integer");
                    if (whole || types.contains("number")) {
                        for (String number : List.of(
                                "1e400",
                                "-1e400",
                                "1e-400",
                                "1e2147483647",
                                "1e2147483648",
                                "10e2147483648",
                                "-1e2147483648",
                                "1e-2147483647",
                                "1e-2147483648",
                                "1e99999999999")) {
                            assertThat(Api.refused(send(granted, pointer, number), 422, "invalid")
                                            .path("errors")
                                            .findValuesAsText("pointer"))
                                    .as(number)
                                    .contains(pointer);
                        }
                        for (String number : List.of("9".repeat(2_000), "1." + "0".repeat(2_000))) {
                            Api.refused(send(granted, pointer, number), 400, "malformed");
                        }
                        for (String number :
                                whole ? List.of("0.9", "99.9", "1e-1", "99999999999") : List.<String>of()) {
                            assertThat(Api.refused(send(granted, pointer, number), 422, "invalid")
                                            .path("errors")
                                            .findValuesAsText("pointer"))
                                    .as(number)
                                    .contains(pointer);
                        }
                    } else {
                        for (String number : List.of("1e2147483647", "1e-2147483648")) {
                            assertThat(send(granted, pointer, number).statusCode())
                                    .as(pointer + " " + number)
                                    .isIn(400, 422);
                        }
                    }
                }));
    }

    private static Response send(AllowedCases granted, String pointer, String number) {
        var body = granted.operation().example().deepCopy();
        var at = JsonPointer.compile(pointer);
        String mark = UUID.randomUUID().toString();
        if (at.last().mayMatchElement()) {
            body.withArray(at.head(), JsonNode.OverwriteMode.ALL, true)
                    .removeAll()
                    .add(mark);
        } else {
            body.withObject(at.head(), JsonNode.OverwriteMode.ALL, true)
                    .put(at.last().getMatchingProperty(), mark);
        }
        return granted.operation()
                .send(
                        granted.request().header("If-Match", "*"),
                        granted.resource(),
                        granted.operation().filled(body).replace("\"" + mark + "\"", number));
    }

    /** The leaf fields of an operation's body, and the types of each. */
    private static Map<String, List<String>> leaves(Operation operation) {
        var found = new LinkedHashMap<String, List<String>>();
        if (operation.contract().has("requestBody") && operation.mediaType().endsWith("json")) {
            leaves(operation.schema(), "", found);
        }
        return found;
    }

    private static void leaves(JsonNode schema, String pointer, Map<String, List<String>> found) {
        JsonNode whole = schema.has("$ref")
                ? Api.CONTRACT.contract().at(schema.path("$ref").asText().substring(1))
                : schema;
        var types = whole.path("type").isArray()
                ? whole.path("type").valueStream().map(JsonNode::asText).toList()
                : List.of(whole.path("type").asText());
        if (whole.has("properties")) {
            whole.path("properties")
                    .properties()
                    .forEach(field -> leaves(field.getValue(), pointer + "/" + field.getKey(), found));
        } else if (whole.has("anyOf")) {
            whole.path("anyOf").forEach(one -> leaves(one, pointer, found));
        } else if (types.contains("array")) {
            leaves(whole.path("items"), pointer + "/0", found);
        } else if (!types.equals(List.of("null"))) {
            found.put(pointer, types);
        }
    }

    @TestFactory
    List<DynamicTest> a_page_that_is_too_long_is_named() {
        return AllowedCases.parallel(
                operation -> operation.hasParameter("limit"),
                granted -> granted.request()
                        .queryParam("limit", 0)
                        .pathParams(granted.resource())
                        .get(granted.operation().path())
                        .then()
                        .statusCode(422)
                        .body("code", is("invalid"), "errors.pointer", hasItem("/limit")));
    }

    /** All errors are reported together, so that callers can fix them in one step. */
    @TestFactory
    Stream<DynamicTest> all_that_is_wrong_is_told_at_once() {
        String nobody = UUID.randomUUID().toString();
        var users = TestUsers.get();
        String opportunity = Api.opportunity();
        String name = "\"name\": \"Kõik %s\"".formatted(nobody);
        return Stream.of(
                        invalid(
                                "partners",
                                ("{%s, \"country\": \"EE\", \"programme\": {\"territoryIds\": [\"@\"], "
                                                + "\"competencyIds\": [\"@\"], \"tierId\": \"@\", "
                                                + "\"channelManagerId\": \"@\", \"revenueFrom\": 5, \"revenueTo\": 4}}")
                                        .formatted(name),
                                "/programme/territoryIds",
                                "/programme/competencyIds",
                                "/programme/tierId",
                                "/programme/channelManagerId",
                                "/programme/revenueTo"),
                        invalid(
                                "customers",
                                "{%s, \"country\": \"EE\", \"profile\": {\"industryId\": \"@\"}, \"managingPartnerId\": \"@\"}"
                                        .formatted(name),
                                "/profile/industryId",
                                "/managingPartnerId"),
                        invalid(
                                "opportunities",
                                ("{\"topic\": \"x\", \"customer\": {%s, \"country\": \"EE\"}, "
                                                + "\"contactIds\": [\"@\"], \"classification\": "
                                                + "{\"productLineIds\": [\"@\"], "
                                                + "\"requiredCompetencyIds\": [\"@\"], \"territoryId\": \"@\", "
                                                + "\"industryId\": \"@\"}, \"ownerId\": \"@\"}")
                                        .formatted(name),
                                "/contactIds",
                                "/classification/productLineIds",
                                "/classification/requiredCompetencyIds",
                                "/classification/territoryId",
                                "/classification/industryId",
                                "/ownerId"),
                        invalid(
                                "opportunities",
                                ("{\"topic\": \"x\", \"customerId\": \"@\", \"customer\": {%s, "
                                                + "\"country\": \"EE\", \"profile\": {\"industryId\": \"@\"}, \"managingPartnerId\": "
                                                + "\"@\"}, \"value\": {\"currency\": \"EUR\", \"estimated\": "
                                                + "{\"amount\": 1, \"currency\": \"USD\"}}, "
                                                + "\"classification\": {\"territoryId\": \"@\"}}")
                                        .formatted(name),
                                "/customerId",
                                "/customerId",
                                "/customer/profile/industryId",
                                "/customer/managingPartnerId",
                                "/value/estimated/currency",
                                "/classification/territoryId"),
                        invalid(
                                "opportunities/%s/distribute".formatted(opportunity),
                                ("{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\", \"@\"], "
                                                + "\"leadPartnerId\": \"%s\", \"answerBy\": \"2020-01-01T00:00:00Z\"}")
                                        .formatted(users.a.id(), UUID.randomUUID()),
                                "/partnerIds/1",
                                "/leadPartnerId",
                                "/answerBy"),
                        invalid(
                                "opportunities/%s/distribute".formatted(opportunity),
                                "{\"method\": \"DIRECT\", \"partnerId\": \"@\", "
                                        + "\"answerBy\": \"2020-01-01T00:00:00Z\"}",
                                "/partnerId",
                                "/answerBy"),
                        invalid(
                                "opportunities/%s/collaborators/%s".formatted(opportunity, nobody),
                                "{\"lead\": true, \"ask\": true, \"answerBy\": \"2020-01-01T00:00:00Z\"}",
                                "/partnerId",
                                "/lead",
                                "/answerBy"),
                        invalid(
                                "opportunities/%s/notes".formatted(opportunity),
                                "{\"text\": \"x\", \"visibility\": \"PARTNER\", \"mentions\": [\"%s\", \"@\"]}"
                                        .formatted(admin().id()),
                                "/partnerId",
                                "/mentions/1"),
                        invalid(
                                "deal-registrations",
                                ("{\"opportunity\": {\"topic\": \"x\", \"customer\": {%s, "
                                                + "\"country\": \"EE\", \"profile\": {\"industryId\": \"@\"}}, \"contactIds\": "
                                                + "[\"@\"]}, \"productLineIds\": [\"@\"]}")
                                        .formatted(name),
                                "/opportunity/customer/profile/industryId",
                                "/opportunity/contactIds",
                                "/productLineIds"),
                        invalid(
                                "deal-registrations/check",
                                ("{\"customer\": {%s, \"country\": \"EE\", \"profile\": {\"industryId\": \"@\"}}, "
                                                + "\"opportunityId\": \"@\", \"productLineIds\": [\"@\"], "
                                                + "\"territoryId\": \"@\"}")
                                        .formatted(name),
                                "/customer/profile/industryId",
                                "/opportunityId",
                                "/productLineIds",
                                "/territoryId"),
                        invalid(
                                "api-clients",
                                "{%s, \"role\": \"SALES\", \"partnerId\": \"@\", \"scopes\": [\"me:read\"]}"
                                        .formatted(name),
                                "/role",
                                "/partnerId"),
                        invalid(
                                "distribution-rules",
                                ("{%s, \"method\": \"DIRECT\", \"valueFrom\": 5, \"valueTo\": 4, "
                                                + "\"territoryIds\": [\"@\"], \"productLineIds\": [\"@\"]}")
                                        .formatted(name),
                                "/method",
                                "/valueTo",
                                "/territoryIds",
                                "/productLineIds"),
                        invalid(
                                "distribution-runs",
                                "{\"method\": \"DIRECT\", \"opportunityIds\": [\"@\", \"%s\"]}"
                                        .formatted(UUID.randomUUID()),
                                "/method",
                                "/opportunityIds/0",
                                "/opportunityIds/1"),
                        invalid(
                                "calendars",
                                ("{%s, \"timeZone\": \"Mars/Crater\", \"hours\": [{\"day\": "
                                                + "\"MONDAY\", \"opens\": \"10:00\", \"closes\": \"10:00\"}, {\"day\": "
                                                + "\"MONDAY\", \"opens\": \"08:00\", \"closes\": \"11:00\"}, {\"day\": "
                                                + "\"MONDAY\", \"opens\": \"09:00\", \"closes\": \"12:00\"}]}")
                                        .formatted(name),
                                "/timeZone",
                                "/hours/0/closes",
                                "/hours"),
                        invalid(
                                "approval-policy",
                                ("{\"rules\": [{%s, \"valueFrom\": 5, \"valueTo\": 4, \"tierIds\": "
                                                + "[\"@\"], \"steps\": [{\"approver\": \"PERSON\"}]}, {%s, "
                                                + "\"territoryIds\": [\"@\"], \"productLineIds\": [\"@\"], \"steps\": "
                                                + "[{\"approver\": \"ADMIN\"}, {\"approver\": \"PERSON\", \"userId\": "
                                                + "\"@\"}]}]}")
                                        .formatted(name, name),
                                "/rules/0/valueTo",
                                "/rules/0/tierIds",
                                "/rules/0/steps/0/userId",
                                "/rules/1/territoryIds",
                                "/rules/1/productLineIds",
                                "/rules/1/steps/1/userId"))
                .map(one -> DynamicTest.dynamicTest(
                        one.path() + " " + List.of(one.pointers()),
                        () -> assertThat(Api.refused(one.send(nobody), 422, "invalid")
                                        .path("errors")
                                        .findValuesAsText("pointer"))
                                .containsExactlyInAnyOrder(one.pointers())));
    }

    /** A body with several invalid fields, and these fields. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Wrong(String path, String body, String... pointers) {

        Response send(String nobody) {
            String sent = body.replace("@", nobody);
            if (path.equals("approval-policy")) {
                return as(admin())
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(sent)
                        .patch("/api/v1/" + path);
            }
            if (path.contains("/collaborators/")) {
                return as(admin()).body(sent).put("/api/v1/" + path);
            }
            return as(path.startsWith("deal-registrations") ? TestUsers.get().a.admin() : admin())
                    .body(sent)
                    .post("/api/v1/" + path);
        }
    }

    private static Wrong invalid(String path, String body, String... pointers) {
        return new Wrong(path, body, pointers);
    }

    @ParameterizedTest
    @CsvSource({"territories", "competencies", "industries", "product-lines"})
    void a_name_is_unique(String collection) {
        String body = "{\"name\": \"Nimi %s\"}".formatted(UUID.randomUUID());
        as(admin()).body(body).post("/api/v1/" + collection).then().statusCode(201);
        as(admin())
                .body(body)
                .post("/api/v1/" + collection)
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
    }

    @ParameterizedTest
    @CsvSource({"customers", "partners"})
    void a_registry_code_is_unique(String collection) {
        String code = UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"name\": \"Kaks OÜ\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\"}}";
        as(admin())
                .body(body.formatted(code))
                .post("/api/v1/" + collection)
                .then()
                .statusCode(201);
        as(admin())
                .body(body.formatted(code))
                .post("/api/v1/" + collection)
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
        String other = as(admin())
                .body(body.formatted("x" + code))
                .post("/api/v1/" + collection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"profile\": {\"registryCode\": \"%s\"}}".formatted(code))
                .patch("/api/v1/" + collection + "/{id}", other)
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
    }

    @Test
    void an_email_address_is_invited_once() {
        String body = "{\"name\": \"x\", \"email\": \"%s@people.test\", \"role\": \"PARTNER_ADMIN\"}"
                .formatted(UUID.randomUUID());
        String partner = TestUsers.get().a.id();
        as(admin())
                .body(body)
                .post("/api/v1/partners/{id}/users", partner)
                .then()
                .statusCode(201);
        as(admin())
                .body(body)
                .post("/api/v1/partners/{id}/users", partner)
                .then()
                .statusCode(409)
                .body("code", is("user.exists"));
    }
}
