package ee.sild.distribution.rule;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Distribution by rules, and runs that distribute many opportunities. */
@QuarkusTest
class AutomaticDistributionTest {

    private String territory;

    @BeforeEach
    void setUp() {
        // Deactivates the rules of other tests.
        as(admin()).get("/api/v1/distribution-rules").then().extract().<List<Map<String, Object>>>path("items").stream()
                .filter(rule -> (Boolean) rule.get("active"))
                .forEach(rule -> Api.patch(admin(), (Integer) rule.get("version"))
                        .body("{\"active\": false}")
                        .patch("/api/v1/distribution-rules/{id}", rule.get("id"))
                        .then()
                        .statusCode(200));
        territory = made("territories", "{\"name\": \"Maakond %s\"}");
    }

    private static String made(String collection, String body) {
        return as(admin())
                .body(body.formatted(UUID.randomUUID()))
                .post("/api/v1/" + collection)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String rule(String rest) {
        return as(admin())
                .body("{\"name\": \"Reegel %s\", \"position\": 1, \"territoryIds\": [\"%s\"], %s}"
                        .formatted(UUID.randomUUID(), territory, rest))
                .post("/api/v1/distribution-rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Company partner(String rest) {
        Company partner = Api.partner();
        Api.patch(admin(), 0)
                .body("{\"programme\": {\"territoryIds\": [\"%s\"]%s}}".formatted(territory, rest))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
        return partner;
    }

    private String opportunity(int amount) {
        String id = Api.opportunity();
        Api.patch(sales(), 0)
                .body(("{\"classification\": {\"territoryId\": \"%s\"}, "
                                + "\"value\": {\"estimated\": {\"amount\": %d, \"currency\": \"EUR\"}}}")
                        .formatted(territory, amount))
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse distribute(String opportunity) {
        return as(sales())
                .body("{\"method\": \"AUTOMATIC\"}")
                .post("/api/v1/opportunities/{id}/distribute", opportunity)
                .then();
    }

    private String ready(Api.Person by, String rest) {
        return as(by).body(("{\"topic\": \"Valmis\", \"ready\": true, \"customer\": {\"name\": \"K %s\", "
                                + "\"country\": \"EE\"}%s}")
                        .formatted(UUID.randomUUID(), rest))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_ready_opportunity_is_distributed_by_rules_immediately() {
        Company partner = partner("");
        rule("\"method\": \"CASCADE\", \"source\": \"DISTRIBUTED\"");
        String territory = ", \"classification\": {\"territoryId\": \"%s\"}".formatted(this.territory);

        String opportunity = ready(sales(), territory);
        as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("DELIVERED"), "assignment.partner.id", is(partner.id()));
        as(partner.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post(
                        "/api/v1/distributions/{id}/decline",
                        as(sales())
                                .get("/api/v1/opportunities/{id}", opportunity)
                                .<String>path("distribution.distributionId"))
                .then()
                .statusCode(200);
        as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("DECLINED"), "distribution.exhausted", is(true));

        as(sales())
                .get("/api/v1/opportunities/{id}", ready(sales(), ""))
                .then()
                .body("status", is("NEW"), "distribution.exhausted", is(true));
        as(partner.admin())
                .body("{\"topic\": \"x\", \"ready\": true, \"customer\": {\"name\": \"K\", \"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(403)
                .body("code", is("opportunity.vendor-terms"));
    }

    @Test
    void a_rule_can_depend_on_the_source() {
        partner("");
        rule("\"method\": \"POOL\", \"source\": \"PARTNER_CREATED\"");
        distribute(opportunity(500)).statusCode(409).body("code", is("distribution.no-rule"));

        Company other = Api.partner();
        String own = as(other.admin())
                .body("{\"topic\": \"Oma\", \"customer\": {\"name\": \"K %s\", \"country\": \"EE\"}}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(sales()).post("/api/v1/opportunities/{id}/approve", own).then().statusCode(200);
        as(sales())
                .body("{\"reason\": \"x\"}")
                .post("/api/v1/opportunities/{id}/take-back", own)
                .then()
                .statusCode(200);
        as(sales())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"classification\": {\"territoryId\": \"%s\"}}".formatted(territory))
                .patch("/api/v1/opportunities/{id}", own)
                .then()
                .statusCode(200);
        distribute(own).statusCode(200).body("status", is("POOL"));
    }

    @Test
    void the_first_matching_rule_decides_and_rules_are_evaluated_again() {
        Company partner = partner("");
        String large = rule("\"valueFrom\": 50000, \"method\": \"CASCADE\"");
        rule("\"valueTo\": 1000, \"method\": \"POOL\"");

        distribute(opportunity(5_000)).statusCode(409).body("code", is("distribution.no-rule"));
        distribute(opportunity(500)).statusCode(200).body("status", is("POOL"));
        String opportunity = opportunity(60_000);
        String offer = distribute(opportunity)
                .statusCode(200)
                .body("status", is("DELIVERED"), "assignment.partner.id", is(partner.id()))
                .extract()
                .path("distribution.distributionId");
        String name = as(sales()).get("/api/v1/distribution-rules/{id}", large).path("name");
        as(sales())
                .get("/api/v1/distributions/{id}/matching-run", offer)
                .then()
                .statusCode(200)
                .body("rule", is(name), "method", is("CASCADE"));

        Company second = partner("");
        as(partner.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", offer)
                .then()
                .statusCode(200);
        String next = as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("assignment.partner.id", is(second.id()))
                .extract()
                .path("distribution.distributionId");
        as(admin()).delete("/api/v1/distribution-rules/{id}", large).then().statusCode(204);
        as(second.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", next)
                .then()
                .statusCode(200);
        as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("DECLINED"), "distribution.exhausted", is(true));
    }

    @Test
    void concurrent_rules_get_distinct_positions() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            for (var rule : IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> rule("\"method\": \"PREFERRED\"")))
                    .toList()) {
                assertThat(rule.get()).isNotNull();
            }
        }
        var positions = as(admin())
                .get("/api/v1/distribution-rules")
                .then()
                .statusCode(200)
                .extract()
                .<List<Integer>>path("items.position");
        assertThat(positions)
                .isEqualTo(IntStream.rangeClosed(1, positions.size()).boxed().toList());
    }

    @Test
    void rules_keep_their_order() {
        String first = rule("\"method\": \"PREFERRED\"");
        String second = rule("\"method\": \"POOL\"");
        var ids = as(admin())
                .get("/api/v1/distribution-rules")
                .then()
                .statusCode(200)
                .body(
                        "items.position",
                        equalTo(IntStream.rangeClosed(
                                        1,
                                        as(admin())
                                                .get("/api/v1/distribution-rules")
                                                .<List<?>>path("items")
                                                .size())
                                .boxed()
                                .toList()))
                .extract()
                .<List<String>>path("items.id");
        assertThat(ids).containsSubsequence(second, first);
        int version = as(admin()).get("/api/v1/distribution-rules/{id}", first).path("version");
        Api.patch(admin(), version)
                .body("{\"position\": 1}")
                .patch("/api/v1/distribution-rules/{id}", first)
                .then()
                .statusCode(200)
                .body("position", is(1));
        as(admin())
                .get("/api/v1/distribution-rules/{id}", second)
                .then()
                .statusCode(200)
                .body("position", is(2));
        Api.patch(admin(), version + 1)
                .body("{\"method\": \"DIRECT\"}")
                .patch("/api/v1/distribution-rules/{id}", first)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/method"));
        String taken =
                as(admin()).get("/api/v1/distribution-rules/{id}", second).path("name");
        Api.patch(admin(), version + 1)
                .body("{\"name\": \"%s\"}".formatted(taken))
                .patch("/api/v1/distribution-rules/{id}", first)
                .then()
                .statusCode(409);
        as(admin())
                .body("{\"name\": \"%s\", \"method\": \"POOL\"}".formatted(taken))
                .post("/api/v1/distribution-rules")
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
        as(admin())
                .body("{\"name\": \"x\", \"method\": \"POOL\", \"valueFrom\": 9, \"valueTo\": 8}")
                .post("/api/v1/distribution-rules")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/valueTo"));
        as(admin())
                .body("{\"name\": \"x\", \"method\": \"POOL\", \"territoryIds\": [\"%s\"]}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/distribution-rules")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/territoryIds"));
    }

    private static ValidatableResponse run(String id, String status) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            var run =
                    as(sales()).get("/api/v1/distribution-runs/{id}", id).then().statusCode(200);
            if (run.extract().path("status").equals(status)) {
                return run;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The run does not become " + status);
    }

    @Test
    void a_run_respects_capacity_and_can_be_changed() throws Exception {
        Company small = partner(", \"capacity\": 1");
        Company other = partner(", \"capacity\": 1");
        Company third = Api.partner().createAll();
        String[] many = {opportunity(100), opportunity(200), opportunity(300), opportunity(400)};
        String id = as(sales())
                .body("{\"method\": \"PREFERRED\", \"opportunityIds\": [\"%s\"]}"
                        .formatted(String.join("\", \"", many)))
                .post("/api/v1/distribution-runs")
                .then()
                .statusCode(201)
                .body("status", is("PREPARING"), "total", is(4))
                .extract()
                .path("id");
        run(id, "PREVIEW")
                .body(
                        "items.status",
                        contains("PROPOSED", "PROPOSED", "NOBODY", "NOBODY"),
                        "progress",
                        is(4),
                        "items.partner.id",
                        hasItems(small.id(), other.id()),
                        "createdBy.id",
                        is(sales().id()));
        as(sales()).get("/api/v1/opportunities/{id}", many[0]).then().body("status", is("NEW"));

        // Another user distributes the first one meanwhile, the second is skipped, and staff select another partner for
        // the third.
        as(sales())
                .body("{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"overrideReason\": \"Teisest vallast\"}"
                        .formatted(Api.partner().id()))
                .post("/api/v1/opportunities/{id}/distribute", many[0])
                .then()
                .statusCode(200);
        String choices = "{\"choices\": [{\"opportunityId\": \"%s\", \"partnerId\": null}, "
                + "{\"opportunityId\": \"%s\", \"partnerId\": \"%s\", \"overrideReason\": \"Teisest vallast\"}]}";
        as(sales())
                .body(choices.formatted(many[1], UUID.randomUUID(), third.id()))
                .post("/api/v1/distribution-runs/{id}/confirm", id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/choices/1/opportunityId"));
        as(sales())
                .body(choices.formatted(many[1], many[2], third.id()))
                .post("/api/v1/distribution-runs/{id}/confirm", id)
                .then()
                .statusCode(200)
                .body("status", is("RUNNING"));
        run(id, "DONE")
                .body(
                        "items.status",
                        contains("FAILED", "SKIPPED", "DONE", "SKIPPED"),
                        "items[0].code",
                        is("opportunity.transition"),
                        "progress",
                        is(4));
        as(sales())
                .get("/api/v1/opportunities/{id}", many[2])
                .then()
                .body("status", is("DELIVERED"), "assignment.partner.id", is(third.id()));
        as(sales())
                .get("/api/v1/opportunities/{id}", many[3])
                .then()
                .body("status", is("NEW"), "assignment.partner", nullValue());
        as(sales())
                .body("{}")
                .post("/api/v1/distribution-runs/{id}/confirm", id)
                .then()
                .statusCode(409)
                .body("code", is("distribution-run.transition"));
        as(sales())
                .get("/api/v1/distribution-runs")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id), "items[0].items", empty());
        as(third.admin()).get("/api/v1/notifications").then().body("items.kind", hasItem("DELIVERED"));
    }

    @Test
    void a_run_can_follow_the_rules() throws Exception {
        Company partner = partner("");
        rule("\"valueFrom\": 1000, \"method\": \"CASCADE\"");
        rule("\"valueTo\": 999, \"method\": \"POOL\"");
        String[] many = {opportunity(5_000), opportunity(50)};
        String id = as(sales())
                .body("{\"method\": \"AUTOMATIC\", \"opportunityIds\": [\"%s\"]}"
                        .formatted(String.join("\", \"", many)))
                .post("/api/v1/distribution-runs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        run(id, "PREVIEW")
                .body(
                        "items.method",
                        contains("CASCADE", "POOL"),
                        "items.rule",
                        not(hasItem(nullValue())),
                        "items[0].partner.id",
                        is(partner.id()),
                        "items[1].partner",
                        nullValue());
        as(sales())
                .body("{}")
                .post("/api/v1/distribution-runs/{id}/confirm", id)
                .then()
                .statusCode(200);
        run(id, "DONE").body("items.status", contains("DONE", "DONE"));
        as(sales()).get("/api/v1/opportunities/{id}", many[1]).then().body("status", is("POOL"));
        String body = "{\"method\": \"%s\", \"opportunityIds\": [%s]}";
        as(sales())
                .body(body.formatted("DIRECT", "\"" + many[0] + "\""))
                .post("/api/v1/distribution-runs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/method"));
        as(sales())
                .body(body.formatted("CASCADE", "\"" + UUID.randomUUID() + "\""))
                .post("/api/v1/distribution-runs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/opportunityIds/0"));
        as(sales())
                .body(body.formatted("CASCADE", "\"" + many[0] + "\", \"" + many[0] + "\""))
                .post("/api/v1/distribution-runs")
                .then()
                .statusCode(422)
                .body("errors.code", contains("twice"));
    }
}
