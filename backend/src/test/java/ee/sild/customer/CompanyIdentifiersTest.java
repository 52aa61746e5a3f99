package ee.sild.customer;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.Api;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Registry codes, VAT numbers, web domains and countries are stored, compared and filtered by in one form. */
@QuarkusTest
class CompanyIdentifiersTest {

    private final String word = UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    private final String digits =
            Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 9_000_000_000_000L));

    private static JsonNode create(String collection, String body) {
        return Api.answered(as(admin()).body(body).post("/api/v1/" + collection), 201);
    }

    private String typed(String name) {
        return """
                {"name": "%s", "country": "de", "profile": {"registryCode": " hrb %s ", "vatNumber": "DE %s-x",
                 "webDomain": "HTTPS://www.%s.EXAMPLE/en?x=1"}}""".formatted(name, digits, digits, word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "partners"})
    void what_is_typed_is_stored_in_one_form(String collection) {
        var made = create(collection, typed(word));
        assertThat(made.path("country").asText()).isEqualTo("DE");
        var profile = made.path("profile");
        assertThat(profile.path("registryCode").asText()).isEqualTo("HRB" + digits);
        assertThat(profile.path("vatNumber").asText()).isEqualTo("DE" + digits + "X");
        assertThat(profile.path("webDomain").asText()).isEqualTo(word + ".example");

        Api.refused(as(admin()).body(typed(word + " 2")).post("/api/v1/" + collection), 409, "duplicate");

        String id = made.path("id").asText();
        for (String filter : List.of(
                "registryCode=hrb " + digits,
                "vatNumber=de." + digits + " X",
                "webDomain=http://" + word.toUpperCase(java.util.Locale.ROOT) + ".example/",
                "registryCode=HRB" + digits + "&registryCode=other")) {
            var request = as(admin());
            for (String one : filter.split("&")) {
                request.queryParam(one.split("=", 2)[0], one.split("=", 2)[1]);
            }
            request.get("/api/v1/" + collection).then().statusCode(200).body("items.id", contains(id));
        }
        as(admin())
                .queryParam("webDomain", "not a domain")
                .get("/api/v1/" + collection)
                .then()
                .statusCode(200)
                .body("items", empty());

        as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + made.path("version").asLong() + "\"")
                .body("""
                        {"country": " ee ", "profile": {"registryCode": "10 421 629", "vatNumber": "100594102",
                         "webDomain": "ÕUNAAED-%s.ee"}}""".formatted(word))
                .patch("/api/v1/" + collection + "/" + id)
                .then()
                .statusCode(200)
                .body(
                        "country", is("EE"),
                        "profile.registryCode", is("10421629"),
                        "profile.vatNumber", is("EE100594102"),
                        "profile.webDomain", is("õunaaed-" + word + ".ee"),
                        "warnings", empty());
        as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"profile\": {\"registryCode\": \" \", \"vatNumber\": \"\", \"webDomain\": \"\"}}")
                .patch("/api/v1/" + collection + "/" + id)
                .then()
                .statusCode(200)
                .body(
                        "profile.registryCode", nullValue(),
                        "profile.vatNumber", nullValue(),
                        "profile.webDomain", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "partners"})
    void a_wrong_check_digit_and_a_shared_domain_are_warnings(String collection) {
        var made = create(collection, """
                {"name": "%s", "country": "EE", "profile": {"registryCode": "%s", "vatNumber": "EE100594103",
                 "webDomain": "https://facebook.com/%s"}}""".formatted(word, digits, word));
        assertThat(made.path("warnings").findValuesAsText("pointer"))
                .containsExactly("/profile/registryCode", "/profile/vatNumber", "/profile/webDomain");
        assertThat(made.path("warnings").findValuesAsText("code"))
                .containsExactly("check-digit", "check-digit", "shared-domain");
        as(admin())
                .header("Accept-Language", "et")
                .get("/api/v1/" + collection + "/" + made.path("id").asText())
                .then()
                .body("warnings[0].detail", is("on vale pikkuse või kontrollnumbriga"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers", "partners"})
    void a_refusal_is_in_words(String collection) {
        var problem = Api.refused(as(admin()).body("""
                                {"name": "%s", "country": "EE", "profile": {"vatNumber": "ЕЕ1", "webDomain": "no site"}}""".formatted(word)).post("/api/v1/" + collection), 422, "invalid");
        assertThat(problem.path("errors").findValuesAsText("detail"))
                .containsExactlyInAnyOrder(
                        "must consist of letters from A to Z and digits", "is not a web address such as example.com");
    }

    @Test
    void filters_by_country_accept_any_case() {
        String id = create("customers", "{\"name\": \"%s\", \"country\": \"LV\"}".formatted(word))
                .path("id")
                .asText();
        as(sales())
                .queryParam("country", "lv")
                .queryParam("country", "")
                .queryParam("q", word)
                .get("/api/v1/customers")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void domains_that_anybody_can_use_identify_nobody() {
        for (String shared : List.of("co.uk", "facebook.com", "wordpress.com")) {
            create("customers", """
                    {"name": "%s", "country": "GB", "profile": {"webDomain": "%s"}}""".formatted(word + shared.length(), shared));
        }
        String own = create("customers", """
                        {"name": "x%s", "country": "GB", "profile": {"webDomain": "%s.co.uk"}}""".formatted(word, word)).path("id").asText();
        for (String domain : List.of("shop." + word + ".co.uk", word + ".co.uk")) {
            as(sales())
                    .body("""
                            {"name": "%s", "country": "GB", "profile": {"webDomain": "%s"}}""".formatted(UUID.randomUUID(), domain))
                    .post("/api/v1/customers/check")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(own), "items.matchedBy", contains("WEB_DOMAIN"));
        }
        for (String domain : List.of("co.uk", "wordpress.com", "other-" + word + ".wordpress.com", "facebook.com")) {
            as(sales())
                    .body("""
                            {"name": "%s", "country": "GB", "profile": {"webDomain": "%s"}}""".formatted(UUID.randomUUID(), domain))
                    .post("/api/v1/customers/check")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void a_merged_record_is_followed_by_filters() {
        var partner = Api.partner();
        String gone = customer(partner.seller());
        String stays = customer(partner.seller());
        String opportunity = Api.answered(
                        as(partner.seller())
                                .body("{\"topic\": \"%s\", \"customerId\": \"%s\"}".formatted(word, gone))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        String line = create("product-lines", "{\"name\": \"%s\"}".formatted(word))
                .path("id")
                .asText();
        String registration = Api.answered(
                        as(partner.seller())
                                .body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                                .post("/api/v1/opportunities/{id}/deal-registration", opportunity),
                        201)
                .path("id")
                .asText();
        as(admin())
                .body("{\"duplicateId\": \"%s\", \"take\": []}".formatted(gone))
                .post("/api/v1/customers/{id}/merge", stays)
                .then()
                .statusCode(200);
        for (String customer : List.of(gone, stays)) {
            for (var reader : List.of(sales(), partner.seller(), partner.admin())) {
                as(reader)
                        .queryParam("customerId", customer)
                        .get("/api/v1/opportunities")
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(opportunity));
                as(reader)
                        .queryParam("customerId", customer)
                        .get("/api/v1/deal-registrations")
                        .then()
                        .statusCode(200)
                        .body("items.id", contains(registration));
            }
        }
        as(sales())
                .queryParam("customerId", gone)
                .get("/api/v1/opportunities")
                .then()
                .body("items.customer.id", containsInAnyOrder(stays));
        as(sales())
                .body("{\"topic\": \"%s\", \"customerId\": \"%s\"}".formatted(word + " 2", gone))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .body("customer.id", is(stays));
        as(sales())
                .body("{\"customerId\": \"%s\"}".formatted(gone))
                .post("/api/v1/deal-registrations/check")
                .then()
                .statusCode(200);
        for (String path : List.of("", "/duplicates")) {
            as(sales()).get("/api/v1/customers/" + gone + path).then().statusCode(200);
        }
        as(partner.seller())
                .body("{\"name\": \"Kai\"}")
                .post("/api/v1/customers/" + gone + "/contacts")
                .then()
                .statusCode(201);
    }

    private String customer(Api.Person by) {
        return Api.answered(
                        as(by).body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
    }

    @Test
    void vocabulary_names_are_unique_without_regard_to_case() {
        for (String collection : List.of("product-lines", "competencies", "industries", "territories")) {
            create(collection, "{\"name\": \"Õ %s\"}".formatted(word));
            Api.refused(
                    as(admin())
                            .body("{\"name\": \"õ %s\"}".formatted(word.toUpperCase(java.util.Locale.ROOT)))
                            .post("/api/v1/" + collection),
                    409,
                    "duplicate");
        }
    }
}
