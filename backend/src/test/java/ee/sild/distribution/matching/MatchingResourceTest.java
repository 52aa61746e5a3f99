package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.TestDatabase;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Each test uses its own territory, so that only its own partners are eligible. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MatchingResourceTest {

    private String country;
    private String county;
    private Company near;
    private Company national;
    private Company elsewhere;

    @BeforeEach
    void settle() {
        country = made("territories", "{\"name\": \"Maa %s\"}".formatted(UUID.randomUUID()));
        county = made(
                "territories", "{\"name\": \"Vald %s\", \"parentId\": \"%s\"}".formatted(UUID.randomUUID(), country));
        near = partner("\"territoryIds\": [\"%s\"]".formatted(county));
        national = partner("\"territoryIds\": [\"%s\"]".formatted(country));
        elsewhere = partner("\"territoryIds\": []");
    }

    private static String made(String what, String body) {
        return as(admin())
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Company partner(String terms) {
        Company company = Api.partner();
        Api.patch(admin(), 0)
                .body("{\"programme\": {%s}}".formatted(terms))
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(200);
        return company;
    }

    private String opportunity() {
        return opportunity("", "");
    }

    private String opportunity(String classification, String more) {
        return as(sales())
                .body("""
                {"topic": "Võrgu uuendus", "customer": {"name": "Saarte Kala AS", "country": "EE"},
                 "classification": {"territoryId": "%s"%s}%s}""".formatted(county, classification, more))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse distribute(String id, String how) {
        return as(sales())
                .body(how)
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then();
    }

    private static void decline(String id, Company company) {
        String offer = as(company.admin())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .path("distribution.distributionId");
        as(company.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", offer)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String id) {
        return as(sales()).get("/api/v1/opportunities/{id}", id).then().statusCode(200);
    }

    private static String verdict(Company company, String rule) {
        return "candidates.find { it.partner.id == '%s' }.verdicts.find { it.rule == '%s' }.fulfilled"
                .formatted(company.id(), rule);
    }

    @Test
    void every_candidate_has_all_rules_and_scores() {
        String id = opportunity();
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=200", id)
                .then()
                .statusCode(200)
                .body(
                        "eligible",
                        is(2),
                        "candidates[0].partner.id",
                        is(near.id()),
                        "candidates[0].rank",
                        is(1),
                        "candidates[1].partner.id",
                        is(national.id()),
                        verdict(elsewhere, "TERRITORY"),
                        is(false),
                        verdict(near, "TERRITORY"),
                        is(true),
                        "candidates[0].scores.find { it.score == 'TERRITORY_DISTANCE' }.value",
                        is(1f),
                        "candidates[1].scores.find { it.score == 'TERRITORY_DISTANCE' }.value",
                        is(0.5f),
                        "candidates.find { it.partner.id == '%s' }.rank".formatted(elsewhere.id()),
                        nullValue());
    }

    @Test
    void other_weights_change_the_ranking_only() {
        String tier = made(
                "tiers", "{\"name\": \"Kuld %s\", \"level\": 1, \"answerHours\": 24}".formatted(UUID.randomUUID()));
        Api.patch(admin(), 1)
                .body("{\"programme\": {\"tierId\": \"%s\"}}".formatted(tier))
                .patch("/api/v1/partners/{id}", national.id())
                .then()
                .statusCode(200);
        String id = opportunity();
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?tier=100&territoryDistance=0", id)
                .then()
                .statusCode(200)
                .body(
                        "candidates[0].partner.id",
                        is(national.id()),
                        "candidates[0].scores.find { it.score == 'TIER' }.weight",
                        is(100));
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?tier=0", id)
                .then()
                .statusCode(200)
                .body("candidates[0].partner.id", is(near.id()));
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?tier=101", id)
                .then()
                .statusCode(422);
        get(id).body("status", is("NEW"));
    }

    @Test
    void rules_exclude_partners_by_capacity_status_competency_and_revenue_band() {
        String skill = made("competencies", "{\"name\": \"Oskus %s\"}".formatted(UUID.randomUUID()));
        Company skilled = partner("\"territoryIds\": [\"%s\"], \"competencyIds\": [\"%s\"]".formatted(county, skill));
        Company small = partner("\"territoryIds\": [\"%s\"], \"competencyIds\": [\"%s\"], \"revenueTo\": 1000"
                .formatted(county, skill));
        Company full = partner(
                "\"territoryIds\": [\"%s\"], \"competencyIds\": [\"%s\"], \"capacity\": 0".formatted(county, skill));
        Company gone = partner("\"territoryIds\": [\"%s\"], \"competencyIds\": [\"%s\"], \"until\": \"2020-01-01\""
                .formatted(county, skill));
        String id = opportunity(
                ", \"requiredCompetencyIds\": [\"%s\"]".formatted(skill),
                ", \"value\": {\"estimated\": {\"amount\": 5000, \"currency\": \"EUR\"}}");
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=200", id)
                .then()
                .statusCode(200)
                .body(
                        "eligible",
                        is(1),
                        "candidates[0].partner.id",
                        is(skilled.id()),
                        verdict(near, "COMPETENCIES"),
                        is(false),
                        verdict(small, "REVENUE_BAND"),
                        is(false),
                        verdict(full, "CAPACITY"),
                        is(false),
                        verdict(gone, "IN_PROGRAMME"),
                        is(false));
    }

    @Test
    void if_nobody_is_eligible_every_method_says_why() {
        String id = opportunity();
        Api.patch(admin(), 1)
                .body("{\"programme\": {\"capacity\": 0}}")
                .patch("/api/v1/partners/{id}", near.id())
                .then()
                .statusCode(200);
        Api.patch(admin(), 1)
                .body("{\"programme\": {\"until\": \"2024-12-31\"}}")
                .patch("/api/v1/partners/{id}", national.id())
                .then()
                .statusCode(200);
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=1", id)
                .then()
                .statusCode(200)
                .body(
                        "eligible",
                        is(0),
                        "candidates.size()",
                        is(1),
                        "exclusions.find { it.rule == 'TERRITORY' }.partners",
                        greaterThanOrEqualTo(1),
                        "exclusions.find { it.rule == 'CAPACITY' }.partners",
                        greaterThanOrEqualTo(1),
                        "exclusions.find { it.rule == 'COMPETENCIES' }",
                        nullValue());
        for (String method : List.of("PREFERRED", "CASCADE", "ROUND_ROBIN")) {
            distribute(id, "{\"method\": \"%s\"}".formatted(method))
                    .statusCode(409)
                    .body(
                            "code",
                            is("distribution.nobody"),
                            "errors.code",
                            hasItems("eligibility.in-programme", "eligibility.territory", "eligibility.capacity"),
                            "errors.pointer",
                            everyItem(is("/method")),
                            "errors.find { it.code == 'eligibility.capacity' }.detail",
                            startsWith("no free capacity: "));
        }
        distribute(id, Api.direct(near.id())).statusCode(409).body("errors.code", contains("eligibility.capacity"));
        distribute(
                        id,
                        "{\"method\": \"COLLABORATION\", \"askEach\": true, \"partnerIds\": [\"%s\", \"%s\"]}"
                                .formatted(near.id(), national.id()))
                .statusCode(409)
                .body("errors.code", contains("eligibility.capacity", "eligibility.in-programme"));
    }

    @Test
    void the_managing_partner_of_the_customer_ranks_first() {
        String customer = as(sales())
                .body("{\"name\": \"Klient\", \"country\": \"EE\", \"managingPartnerId\": \"%s\"}"
                        .formatted(national.id()))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = as(sales())
                .body("{\"topic\": \"Server\", \"customerId\": \"%s\", \"classification\": {\"territoryId\": \"%s\"}}"
                        .formatted(customer, county))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(sales())
                .get("/api/v1/opportunities/{id}/matches", id)
                .then()
                .body("candidates[0].partner.id", is(national.id()));
    }

    @Test
    void the_preferred_partner_gets_the_offer_and_its_ranking_is_stored() {
        String id = opportunity();
        String offer = distribute(id, "{\"method\": \"PREFERRED\", \"message\": \"Go\"}")
                .statusCode(200)
                .body("assignment.partner.id", is(near.id()))
                .extract()
                .path("distribution.distributionId");
        // What is changed later does not change why it was decided.
        Api.patch(admin(), 1)
                .body("{\"programme\": {\"territoryIds\": []}}")
                .patch("/api/v1/partners/{id}", near.id())
                .then()
                .statusCode(200);
        as(sales())
                .get("/api/v1/distributions/{id}/matching-run", offer)
                .then()
                .statusCode(200)
                .body(
                        "method",
                        is("PREFERRED"),
                        "partner.id",
                        is(near.id()),
                        "decidedBy.id",
                        is(sales().id()),
                        "matches.eligible",
                        is(2),
                        "matches.candidates[0].rank",
                        is(1),
                        "matches." + verdict(near, "TERRITORY"),
                        is(true));
        as(sales())
                .get("/api/v1/distributions/{id}", offer)
                .then()
                .body("matched", is(true), "delivery.message", is("Go"));
        decline(id, near);
        get(id).body("status", is("DECLINED"), "distribution.exhausted", is(false));
    }

    @Test
    void a_cascade_offers_to_the_next_best_partner_until_none_is_left() {
        String id = opportunity();
        distribute(id, "{\"method\": \"CASCADE\", \"weights\": {\"territoryDistance\": 100}}")
                .statusCode(200)
                .body("assignment.partner.id", is(near.id()));
        decline(id, near);
        get(id).body(
                        "status",
                        is("DELIVERED"),
                        "assignment.partner.id",
                        is(national.id()),
                        "distribution.exhausted",
                        is(false));
        as(near.admin()).get("/api/v1/opportunities/{id}", id).then().statusCode(404);
        decline(id, national);
        get(id).body(
                        "status",
                        is("DECLINED"),
                        "assignment.partner",
                        nullValue(),
                        "distribution.exhausted",
                        is(true),
                        "actions",
                        hasItem("DISTRIBUTE"));
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body(
                        "items.event",
                        contains("NO_PARTNER_LEFT", "DECLINED", "DELIVERED", "DECLINED", "DELIVERED", "CREATED"));
        as(sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("DECLINED", "DECLINED"));
        distribute(id, "{\"method\": \"CASCADE\"}").statusCode(409).body("code", is("distribution.nobody"));
        // By hand it can still be offered, even again, with a reason.
        distribute(id, Api.direct(near.id())).statusCode(409).body("errors.code", contains("eligibility.not-refused"));
        distribute(
                        id,
                        "{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"overrideReason\": \"Helistasime\"}"
                                .formatted(near.id()))
                .statusCode(200)
                .body("distribution.exhausted", is(false));
        decline(id, near);
        get(id).body("status", is("DECLINED"));
    }

    @Test
    void a_cascade_continues_after_a_return() {
        String id = opportunity();
        String offer = distribute(id, "{\"method\": \"CASCADE\"}")
                .statusCode(200)
                .extract()
                .path("distribution.distributionId");
        as(near.admin()).post("/api/v1/distributions/{id}/accept", offer).then().statusCode(200);
        as(near.admin())
                .body("{\"reasonCode\": \"NO_FUNDING\"}")
                .post("/api/v1/opportunities/{id}/return", id)
                .then()
                .statusCode(200);
        get(id).body("status", is("DELIVERED"), "assignment.partner.id", is(national.id()));
    }

    @Test
    void a_cascade_continues_after_an_expiry() throws InterruptedException {
        String id = opportunity();
        distribute(
                        id,
                        "{\"method\": \"CASCADE\", \"answerBy\": \"%s\"}"
                                .formatted(Instant.now().plusSeconds(2)))
                .statusCode(200);
        for (int i = 0;
                i < 40 && get(id).extract().path("assignment.partner.id").equals(near.id());
                i++) {
            Thread.sleep(250);
        }
        get(id).body("status", is("DELIVERED"), "assignment.partner.id", is(national.id()));
        as(sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("DELIVERED", "EXPIRED"));
    }

    @Test
    void a_recall_stops_the_cascade() {
        String id = opportunity();
        distribute(id, "{\"method\": \"CASCADE\"}").statusCode(200);
        as(sales()).post("/api/v1/opportunities/{id}/recall", id).then().statusCode(200);
        distribute(id, Api.direct(near.id())).statusCode(200);
        decline(id, near);
        get(id).body("status", is("DECLINED"));
    }

    @Test
    void a_round_robin_takes_turns() {
        String first = distribute(opportunity(), "{\"method\": \"ROUND_ROBIN\"}")
                .statusCode(200)
                .extract()
                .path("assignment.partner.id");
        String second = distribute(opportunity(), "{\"method\": \"ROUND_ROBIN\"}")
                .statusCode(200)
                .extract()
                .path("assignment.partner.id");
        distribute(opportunity(), "{\"method\": \"ROUND_ROBIN\"}")
                .statusCode(200)
                .body("assignment.partner.id", is(first));
        assertThat(second).isNotEqualTo(first).isIn(near.id(), national.id());
    }

    @Test
    void distribution_needs_either_a_partner_or_a_method() {
        distribute(opportunity(), "{\"method\": \"CASCADE\", \"partnerId\": \"%s\"}".formatted(near.id()))
                .statusCode(400)
                .body("errors.pointer", contains("/partnerId"), "errors.code", contains("unknown"));
        distribute(opportunity(), "{}")
                .statusCode(422)
                .body("errors.pointer", contains("/method"), "errors.code", contains("required"));
        distribute(opportunity(), "{\"method\": \"POOL\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/method"), "errors.code", contains("type"));
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?method=LOTTERY", opportunity())
                .then()
                .statusCode(400)
                .body("code", startsWith("malformed"), "traceId", notNullValue(), "title", not(is("")));
    }
}
