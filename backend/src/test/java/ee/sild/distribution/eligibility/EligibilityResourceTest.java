package ee.sild.distribution.eligibility;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.ShiftedClock;
import ee.sild.TestDatabase;

import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/**
 * No way leads past a rule of eligibility, unless staff give a reason. Each test has its own territory and product
 * line.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EligibilityResourceTest extends Rivals {

    private static final String HAPPENED =
            "select exists (select from opportunity_event where opportunity_id = ? and kind = ?)";

    @Test
    void a_second_record_of_the_company_is_protected_in_every_way() {
        String code = "9" + System.nanoTime();
        String second = customer(name(), "\"registryCode\": \"%s\"".formatted(code));
        String id = opportunity(second, "");
        String own = registered(name(), "\"registryCode\": \"%s\"".formatted(code));

        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=200", id)
                .then()
                .statusCode(200)
                .body(
                        "candidates.findAll { it.eligible }.partner.id",
                        contains(holder.id()),
                        "candidates.find { it.partner.id == '%s' }.verdicts.findAll { !it.fulfilled }.rule"
                                .formatted(other.id()),
                        contains("NO_OTHER_REGISTRATION"));
        distribute(id, Api.direct(other.id()))
                .statusCode(409)
                .body(
                        "code",
                        is("distribution.not-eligible"),
                        "errors.pointer",
                        contains("/partnerId"),
                        "errors.code",
                        contains("eligibility.no-other-registration"));
        distribute(
                        id,
                        "{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\", \"%s\"]}"
                                .formatted(holder.id(), other.id()))
                .statusCode(409)
                .body("errors.pointer", contains("/partnerIds/1"));
        distribute(
                        id,
                        "{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\", \"%s\"], \"askEach\": true}"
                                .formatted(other.id(), holder.id()))
                .statusCode(409)
                .body("errors.pointer", contains("/partnerIds/0"));
        as(sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, other.id())
                .then()
                .statusCode(409)
                .body("code", is("distribution.not-eligible"));

        move(sales(), id, "open-to-pool", "").statusCode(200);
        get(other.admin(), id).statusCode(404);
        move(other.admin(), id, "claim", "").statusCode(404);
        as(other.admin())
                .get("/api/v1/opportunities?view=pool")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        as(holder.admin())
                .get("/api/v1/opportunities?view=pool")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        move(sales(), id, "recall", "").statusCode(200);

        for (String method : new String[] {"PREFERRED", "CASCADE", "ROUND_ROBIN"}) {
            distribute(id, "{\"method\": \"%s\"}".formatted(method))
                    .statusCode(200)
                    .body("assignment.partner.id", is(holder.id()));
            move(sales(), id, "recall", "").statusCode(200);
        }
        get(holder.admin(), own).statusCode(200).body("status", is("ACCEPTED"));
    }

    @Test
    void a_vat_number_identifies_a_company_however_it_is_written() {
        String number = "10" + System.nanoTime() % 10_000_000;
        String second = customer(name(), "\"vatNumber\": \"EE %s\"".formatted(number));
        String id = opportunity(second, "");
        registered(name(), "\"vatNumber\": \"%s\"".formatted(number));
        distribute(id, Api.direct(other.id()))
                .statusCode(409)
                .body("errors.code", contains("eligibility.no-other-registration"));
    }

    @Test
    void staff_override_with_a_reason_that_only_they_and_the_holder_read() {
        holder.createAll();
        String name = name();
        String code = "8" + System.nanoTime();
        String id = opportunity(customer(name(), "\"registryCode\": \"%s\"".formatted(code)), "");
        String own = registered(name, "\"registryCode\": \"%s\"".formatted(code));

        distribute(id, direct(other, "  ")).statusCode(409);
        distribute(id, direct(other, "Klient palus teist partnerit"))
                .statusCode(200)
                .body("status", is("DELIVERED"), "assignment.partner.id", is(other.id()));

        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body(
                        "items.find { it.event == 'ELIGIBILITY_OVERRIDDEN' }.details.reason",
                        is("Klient palus teist partnerit"),
                        "items.find { it.event == 'ELIGIBILITY_OVERRIDDEN' }.details.rules",
                        contains("NO_OTHER_REGISTRATION"),
                        "items.find { it.event == 'ELIGIBILITY_OVERRIDDEN' }.details.with.id",
                        is(other.id()),
                        "items.find { it.event == 'ELIGIBILITY_OVERRIDDEN' }.actor.id",
                        is(sales().id()));
        as(other.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body("items.event", contains("DELIVERED", "CREATED"));
        as(holder.admin())
                .get("/api/v1/opportunities/{id}/timeline", own)
                .then()
                .statusCode(200)
                .body(
                        "items[0].event",
                        is("REGISTRATION_OVERRIDDEN"),
                        "items[0].details.reason",
                        is("Klient palus teist partnerit"),
                        "items[0].details.with",
                        nullValue())
                .body(not(containsString(other.id())), not(containsString(id)));
        as(holder.admin())
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind == 'EXCLUSIVITY_OVERRIDDEN' }.opportunity.id", contains(own))
                .body(not(containsString(other.id())), not(containsString(id)));
    }

    @Test
    void every_rule_holds_for_a_named_partner() {
        String customer = customer(name(), "");
        String id = opportunity(customer, ", \"value\": {\"estimated\": {\"amount\": 5000, \"currency\": \"EUR\"}}");
        Company small = partner(", \"revenueTo\": 4000, \"until\": \"2020-01-01\", \"capacity\": 0");
        Company elsewhere = Api.partner();
        distribute(id, Api.direct(small.id()))
                .statusCode(409)
                .body(
                        "errors.code",
                        contains("eligibility.in-programme", "eligibility.revenue-band", "eligibility.capacity"));
        distribute(id, Api.direct(elsewhere.id()))
                .statusCode(409)
                .body("errors.code", contains("eligibility.territory"));
        move(sales(), id, "open-to-pool", "").statusCode(200);
        get(small.admin(), id).statusCode(404);
        move(sales(), id, "recall", "").statusCode(200);
        distribute(id, direct(small, "Leppisime telefonis kokku")).statusCode(200);
        String offer = get(small.admin(), id).extract().path("distribution.distributionId");
        as(small.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", offer)
                .then()
                .statusCode(200);
        distribute(id, Api.direct(small.id())).statusCode(409).body("errors.code", hasItem("eligibility.not-refused"));
    }

    @Test
    void a_lost_deal_is_not_reopened_past_exclusivity_without_a_reason() {
        String code = "7" + System.nanoTime();
        String id = opportunity(customer(name(), "\"registryCode\": \"%s\"".formatted(code)), "");
        distribute(id, Api.direct(other.id())).statusCode(200);
        String offer = get(other.admin(), id).extract().path("distribution.distributionId");
        as(other.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        move(other.admin(), id, "close", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .statusCode(200);
        String own = registered(name(), "\"registryCode\": \"%s\"".formatted(code));

        move(sales(), id, "reopen", "{\"reason\": \"Klient helistas\"}")
                .statusCode(409)
                .body(
                        "code",
                        is("distribution.not-eligible"),
                        "errors.pointer",
                        contains("/overrideReason"),
                        "errors.code",
                        contains("eligibility.no-other-registration"));
        move(sales(), id, "reopen", "{\"reason\": \"Klient helistas\", \"overrideReason\": \"Kokkulepe hoidjaga\"}")
                .statusCode(200)
                .body("status", is("ACCEPTED"));
        as(holder.admin())
                .get("/api/v1/opportunities/{id}/timeline", own)
                .then()
                .body("items[0].event", is("REGISTRATION_OVERRIDDEN"));
    }

    @Test
    void a_partner_alone_in_a_collaboration_leads() {
        String id = opportunity(customer(name(), ""), "");
        as(sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, other.id())
                .then()
                .statusCode(200)
                .body("assignment.partner.id", is(other.id()), "assignment.collaborators.lead", contains(true));
        get(other.admin(), id).body("actions", hasItem("CLOSE"));
        as(sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, holder.id())
                .then()
                .statusCode(200)
                .body("assignment.partner", nullValue(), "assignment.collaborators.lead", contains(false, false));
        get(other.admin(), id).body("actions", not(hasItem("CLOSE")));
        move(holder.admin(), id, "return", "{\"reasonCode\": \"NO_FUNDING\"}").statusCode(200);
        get(sales(), id).body("assignment.partner.id", is(other.id()));
        move(other.admin(), id, "extend", "{\"dueOn\": \"2030-01-01\"}").statusCode(200);
        move(other.admin(), id, "close", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .statusCode(200);
    }

    @Test
    void the_last_one_leads_when_all_others_that_were_asked_decline() {
        String id = opportunity(customer(name(), ""), "");
        distribute(
                        id,
                        "{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\", \"%s\"], \"askEach\": true}"
                                .formatted(other.id(), holder.id()))
                .statusCode(200);
        as(other.admin())
                .post("/api/v1/distributions/{id}/accept", (String)
                        get(other.admin(), id).extract().path("distribution.distributionId"))
                .then()
                .statusCode(200);
        get(other.admin(), id).body("actions", not(hasItem("CLOSE")));
        as(holder.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", (String)
                        get(holder.admin(), id).extract().path("distribution.distributionId"))
                .then()
                .statusCode(200);
        get(other.admin(), id).body("actions", hasItem("CLOSE"), "assignment.collaborators.lead", contains(true));
        move(other.admin(), id, "close", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .statusCode(200);
        get(sales(), id).body("status", is("LOST"));
    }

    @Test
    void a_sum_without_a_rate_counts_as_the_largest() {
        String id = opportunity(
                customer(name(), ""), ", \"value\": {\"estimated\": {\"amount\": 1000, \"currency\": \"VND\"}}");
        terms(other, 1, "\"revenueTo\": 1000000");
        terms(holder, 1, "\"revenueFrom\": 1000000");
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=200", id)
                .then()
                .body("candidates.findAll { it.eligible }.partner.id", contains(holder.id()));
        distribute(id, Api.direct(other.id()))
                .statusCode(409)
                .body("errors.code", contains("eligibility.revenue-band"));
        for (String range : new String[] {
            "\"valueTo\": 100000000, \"method\": \"POOL\"", "\"valueFrom\": 50000, \"method\": \"CASCADE\""
        }) {
            made("distribution-rules", """
                    {"name": "Reegel %s", "territoryIds": ["%s"], %s}""".formatted(UUID.randomUUID(), county, range));
        }
        distribute(id, "{\"method\": \"AUTOMATIC\"}")
                .statusCode(200)
                .body("status", is("DELIVERED"), "assignment.partner.id", is(holder.id()));
    }

    @Test
    void staff_decide_about_a_similar_customer_before_anything_is_offered() {
        String name = name();
        String own = registered(name + " OÜ", "");
        String similar = customer(name, "");
        String id = opportunity(similar, "");
        String protectedRecord = get(sales(), own).extract().path("customer.id");

        as(sales())
                .get("/api/v1/opportunities/{id}/matches", id)
                .then()
                .body(
                        "similar.customer.id",
                        contains(protectedRecord),
                        "similar[0].matchedBy",
                        is("NAME"),
                        "similar[0].partner.id",
                        is(holder.id()),
                        "similar[0].exclusiveUntil",
                        notNullValue());
        distribute(id, direct(other, "Igal juhul")).statusCode(409).body("code", is("customer.undecided"));
        distribute(id, "{\"method\": \"PREFERRED\"}").statusCode(409).body("code", is("customer.undecided"));
        move(sales(), id, "open-to-pool", "").statusCode(409).body("code", is("customer.undecided"));
        made("distribution-rules", """
                {"name": "Reegel %s", "position": 1, "territoryIds": ["%s"], "method": "CASCADE"}""".formatted(UUID.randomUUID(), county));
        String ready = opportunity(similar, ", \"ready\": true");
        get(sales(), ready).body("status", is("NEW"), "distribution.exhausted", is(true));

        decide(similar, protectedRecord, false)
                .statusCode(200)
                .body("same", is(false), "decidedBy.id", is(sales().id()));
        as(sales()).get("/api/v1/opportunities/{id}/matches", id).then().body("similar", empty());
        duplicates(similar)
                .body("items.customer.id", contains(protectedRecord))
                .body("items[0].decision.same", is(false))
                .body("items[0].decision.decidedBy.id", is(sales().id()))
                .body("items[0].decision.decidedAt", notNullValue());
        distribute(id, Api.direct(other.id())).statusCode(200);
        move(sales(), id, "recall", "").statusCode(200);

        decide(protectedRecord, similar, true).statusCode(200);
        duplicates(protectedRecord)
                .body("items.customer.id", contains(similar))
                .body("items[0].matchedBy", is("NAME"))
                .body("items[0].decision.same", is(true));
        as(sales()).get("/api/v1/opportunities/{id}/matches", id).then().body("similar", empty());
        distribute(id, Api.direct(other.id()))
                .statusCode(409)
                .body("errors.code", contains("eligibility.no-other-registration"));
        distribute(ready, "{\"method\": \"AUTOMATIC\"}").statusCode(200).body("assignment.partner.id", is(holder.id()));
    }

    @Test
    void a_decision_is_shown_when_nothing_else_connects_two_customers() {
        String one = customer(name(), "");
        String other = customer(name(), "");
        duplicates(one).body("items", empty());
        decide(one, other, true).statusCode(200);
        duplicates(other)
                .body("items.customer.id", contains(one))
                .body("items[0].matchedBy", is("SAME_COMPANY"))
                .body("items[0].decision.same", is(true));
        decide(other, one, false).statusCode(200);
        duplicates(other).body("items", empty());
    }

    private static ValidatableResponse duplicates(String customer) {
        return as(sales())
                .get("/api/v1/customers/{id}/duplicates", customer)
                .then()
                .statusCode(200);
    }

    @Test
    void domains_are_compared_as_far_as_they_identify_the_company() {
        String domain = "a%s.ee".formatted(UUID.randomUUID().toString().substring(0, 18));
        registered(name(), "\"webDomain\": \"%s\"".formatted(domain));
        String below = opportunity(customer(name(), "\"webDomain\": \"pood.%s\"".formatted(domain)), "");
        as(sales())
                .get("/api/v1/opportunities/{id}/matches", below)
                .then()
                .body("similar.matchedBy", contains("WEB_DOMAIN"));
        distribute(below, Api.direct(other.id())).statusCode(409).body("code", is("customer.undecided"));

        registered(name(), "\"webDomain\": \"facebook.com\"");
        String shared = opportunity(customer(name(), "\"webDomain\": \"facebook.com\""), "");
        as(sales()).get("/api/v1/opportunities/{id}/matches", shared).then().body("similar", empty());
        distribute(shared, Api.direct(other.id())).statusCode(200);
    }

    @Test
    void equal_identifiers_are_stronger_than_a_decision() {
        String number = "11" + System.nanoTime() % 10_000_000;
        String one = customer(name(), "\"vatNumber\": \"EE%s\"".formatted(number));
        String same = customer(name(), "\"vatNumber\": \"ee %s\"".formatted(number));
        decide(one, same, false).statusCode(409).body("code", is("customer.same-identifier"));
        decide(one, one, true).statusCode(422).body("errors[0].pointer", is("/duplicateId"));
        decide(one, UUID.randomUUID().toString(), true).statusCode(422);
    }

    private static ValidatableResponse decide(String customer, String duplicate, boolean same) {
        return as(sales())
                .body("{\"duplicateId\": \"%s\", \"same\": %s}".formatted(duplicate, same))
                .post("/api/v1/customers/{id}/decide-duplicate", customer)
                .then();
    }

    @Test
    void a_partner_that_is_chosen_in_a_run_needs_a_reason_too() {
        String code = "6" + System.nanoTime();
        String id = opportunity(customer(name(), "\"registryCode\": \"%s\"".formatted(code)), "");
        registered(name(), "\"registryCode\": \"%s\"".formatted(code));
        String run =
                made("distribution-runs", "{\"method\": \"PREFERRED\", \"opportunityIds\": [\"%s\"]}".formatted(id));
        ShiftedClock.await("select status = 'PREVIEW' from distribution_run where id = ?", UUID.fromString(run));
        as(sales()).get("/api/v1/distribution-runs/{id}", run).then().body("items[0].partner.id", is(holder.id()));
        confirm(run, "")
                .statusCode(409)
                .body(
                        "code",
                        is("distribution.not-eligible"),
                        "errors.pointer",
                        contains("/choices/0/partnerId"),
                        "errors.code",
                        contains("eligibility.no-other-registration"));
        confirm(run, ", \"overrideReason\": \"Kokku lepitud\"").statusCode(200);
        ShiftedClock.await(HAPPENED, UUID.fromString(id), "ELIGIBILITY_OVERRIDDEN");
        get(sales(), id).body("status", is("DELIVERED"), "assignment.partner.id", is(other.id()));
    }

    private ValidatableResponse confirm(String run, String reason) {
        String opportunity =
                as(sales()).get("/api/v1/distribution-runs/{id}", run).path("items[0].opportunity.id");
        return as(sales())
                .body("{\"choices\": [{\"opportunityId\": \"%s\", \"partnerId\": \"%s\"%s}]}"
                        .formatted(opportunity, other.id(), reason))
                .post("/api/v1/distribution-runs/{id}/confirm", run)
                .then();
    }
}
