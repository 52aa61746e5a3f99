package ee.sild.opportunity;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static ee.sild.Api.accepted;
import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.distribute;
import static ee.sild.Api.opportunity;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.sales;
import static ee.sild.Api.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class OpportunityResourceTest {

    @Test
    void the_main_job_from_new_to_won() {
        var company = partner();
        String id = opportunity();
        as(sales())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "status",
                        is("NEW"),
                        "number",
                        startsWith("OPP-"),
                        "customer.contacts",
                        hasSize(1),
                        "actions",
                        hasItem("DISTRIBUTE"));

        String offer = distribute(id, company);
        as(company.admin())
                .queryParam("view", "distributed")
                .get("/api/v1/opportunities")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(id),
                        "items[0].distribution.answerBy",
                        notNullValue(),
                        "items[0].actions",
                        containsInAnyOrder("ACCEPT", "DECLINE"));
        as(company.admin())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .body("customer.contactsHidden", is(true), "customer.contacts", empty());

        as(company.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"));
        as(company.admin())
                .queryParam("view", "managed")
                .get("/api/v1/opportunities")
                .then()
                .body("items.id", contains(id));
        int version = as(company.admin())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .body(
                        "pipeline.phase",
                        is("PROSPECT"),
                        "customer.contacts",
                        hasSize(1),
                        "pipeline.dueOn",
                        notNullValue())
                .extract()
                .path("version");

        version = patch(company.admin(), version)
                .body("{\"pipeline\": {\"phase\": \"QUOTING\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("pipeline.phase", is("QUOTING"))
                .extract()
                .path("version");
        as(company.admin())
                .header("If-Match", "\"" + version + "\"")
                .body("{\"reason\": \"Holiday\"}")
                .post("/api/v1/opportunities/{id}/hold", id)
                .then()
                .statusCode(200)
                .body("status", is("ON_HOLD"));
        as(company.admin())
                .post("/api/v1/opportunities/{id}/resume", id)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"));
        as(sales())
                .body("{\"outcome\": \"WON\", \"actualValue\": {\"amount\": 11000, \"currency\": \"EUR\"}}")
                .post("/api/v1/opportunities/{id}/close", id)
                .then()
                .statusCode(200)
                .body("status", is("WON"), "value.actual.amount", is(11000.00f), "actions", contains("REOPEN"));
        as(sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .statusCode(200)
                .body("items[0].status", is("COMPLETED"));
        as(sales())
                .body("{\"reason\": \"Typing error\"}")
                .post("/api/v1/opportunities/{id}/reopen", id)
                .then()
                .body("status", is("ACCEPTED"));
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body(
                        "items.event",
                        contains(
                                "REOPENED",
                                "WON",
                                "RESUMED",
                                "HELD",
                                "PHASE_CHANGED",
                                "REVEALED",
                                "ACCEPTED",
                                "DELIVERED",
                                "CREATED"));
    }

    @Test
    void a_new_currency_applies_to_the_value() {
        String id = opportunity();
        patch(sales(), 0)
                .body("{\"value\": {\"currency\": \"USD\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("value.estimated.currency", is("USD"), "value.estimated.amount", is(12500.50f), "version", is(1));
    }

    @Test
    void a_currency_that_does_not_fit_the_value_is_rejected() {
        String id = as(sales())
                .body("""
                {"topic": "Võrgu uuendus", "customer": {"name": "Saarte Kala AS", "country": "EE"},
                 "value": {"estimated": {"amount": 1234.56, "currency": "EUR"}}}""")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refusedAt(id, "{\"value\": {\"currency\": \"JPY\"}}", "/value/estimated/amount");
        refusedAt(id, "{\"value\": {\"estimated\": {\"currency\": \"JPY\"}}}", "/value/estimated/amount");
        refusedAt(
                id,
                "{\"value\": {\"currency\": \"JPY\", \"estimated\": {\"amount\": 5, \"currency\": \"EUR\"}}}",
                "/value/estimated/currency");
        patch(sales(), 0)
                .body("{\"topic\": \"Muu\"}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("value.currency", is("EUR"), "value.estimated.amount", is(1234.56f));
        patch(sales(), 1)
                .body("{\"value\": {\"currency\": \"KWD\", \"estimated\": {\"amount\": 1.234}}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "value.currency",
                        is("KWD"),
                        "value.estimated.amount",
                        is(1.234f),
                        "value.estimated.currency",
                        is("KWD"));
        refusedAt(id, "{\"value\": {\"currency\": \"EUR\"}}", "/value/estimated/amount");
        patch(sales(), 2)
                .body("{\"value\": {\"currency\": \"JPY\", \"estimated\": {\"amount\": 1234}}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("value.estimated.currency", is("JPY"));
    }

    private static void refusedAt(String opportunity, String patch, String pointer) {
        as(sales())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(422)
                .body("code", is("invalid"), "errors.pointer", contains(pointer));
    }

    @Test
    void a_merge_patch_keeps_absent_fields_and_clears_null_fields() {
        String id = opportunity();
        patch(sales(), 0)
                .body("{\"qualification\": {\"need\": null, \"summary\": \"Lühidalt\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "qualification.need",
                        nullValue(),
                        "qualification.summary",
                        is("Lühidalt"),
                        "topic",
                        is("Võrgu uuendus"));
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body(
                        "items[0].event",
                        is("EDITED"),
                        "items[0].details.changes.field",
                        containsInAnyOrder("qualification.need", "qualification.summary"));
    }

    @Test
    void a_change_needs_the_current_version() {
        String id = opportunity();
        as(sales())
                .contentType("application/merge-patch+json")
                .body("{\"topic\": \"A\"}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(428)
                .body("code", is("if-match.required"));
        patch(sales(), 0)
                .body("{\"topic\": \"A\"}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200);
        patch(sales(), 0)
                .body("{\"topic\": \"B\"}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(412)
                .body("code", is("if-match.stale"));
        String tag = as(sales())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .extract()
                .header("ETag");
        as(sales())
                .header("If-None-Match", tag)
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(304);
    }

    @Test
    void a_partner_withdraws_what_awaits_approval() {
        var company = partner();
        String id = as(company.seller())
                .body(
                        "{\"topic\": \"Oma tehing\", \"customer\": {\"name\": \"Kadunud Klient OÜ\", \"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .body("actions", hasItem("CANCEL"))
                .extract()
                .path("id");
        as(sales())
                .body("{\"reason\": \"Staff reject it instead\"}")
                .post("/api/v1/opportunities/{id}/cancel", id)
                .then()
                .statusCode(409);
        as(company.seller())
                .body("{\"reason\": \"The customer is gone\"}")
                .post("/api/v1/opportunities/{id}/cancel", id)
                .then()
                .statusCode(200)
                .body("status", is("CANCELED"), "outcome.reason", is("The customer is gone"));
        as(sales()).post("/api/v1/opportunities/{id}/approve", id).then().statusCode(409);
    }

    @Test
    void staff_approve_or_reject_an_opportunity_of_a_partner() {
        var company = partner();
        String id = as(company.seller())
                .body("{\"topic\": \"Oma tehing\", \"customer\": {\"name\": \"Uus Klient OÜ\", \"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .body("status", is("PENDING_APPROVAL"), "origin.source", is("PARTNER_CREATED"))
                .extract()
                .path("id");
        as(company.admin())
                .post("/api/v1/opportunities/{id}/approve", id)
                .then()
                .statusCode(403);
        as(sales())
                .post("/api/v1/opportunities/{id}/approve", id)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"), "pipeline.phase", is("PROSPECT"));
        as(company.seller()).get("/api/v1/opportunities/{id}", id).then().body("actions", not(hasItem("RETURN")));
        as(company.seller())
                .body("{\"reason\": \"Customer closed\"}")
                .post("/api/v1/opportunities/{id}/cancel", id)
                .then()
                .statusCode(200);
        as(sales())
                .post("/api/v1/opportunities/{id}/approve", id)
                .then()
                .statusCode(409)
                .body("code", is("opportunity.transition"));

        String other = as(company.seller())
                .body("{\"topic\": \"Teine\", \"customer\": {\"name\": \"Klient OÜ\", \"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(sales())
                .body("{\"reason\": \"We work there already\"}")
                .post("/api/v1/opportunities/{id}/reject", other)
                .then()
                .statusCode(200)
                .body("status", is("CANCELED"), "outcome.reason", is("We work there already"));
    }

    @Test
    void a_partner_cannot_change_vendor_terms() {
        var company = partner();
        String id = accepted(company);
        int version = as(company.admin())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .extract()
                .path("version");
        patch(company.admin(), version)
                .body("{\"topic\": \"Ours\"}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(403)
                .body("code", is("opportunity.vendor-terms"));
        patch(company.admin(), version)
                .body("{\"pipeline\": {\"dueOn\": \"2030-01-01\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(403);
        patch(company.admin(), version)
                .body("{\"qualification\": {\"proposedSolution\": \"Kolm lüliti\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void an_opportunity_of_another_partner_looks_like_a_missing_one() {
        String id = accepted(partner());
        var otherPartner = partner().admin();
        String seen = as(otherPartner)
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String none = as(otherPartner)
                .get("/api/v1/opportunities/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(withoutTrace(seen)).isEqualTo(withoutTrace(none));
        as(otherPartner)
                .body("{\"reason\": \"x\"}")
                .post("/api/v1/opportunities/{id}/hold", id)
                .then()
                .statusCode(404);
        as(otherPartner).get("/api/v1/opportunities/{id}/timeline", id).then().statusCode(404);
        as(otherPartner).get("/api/v1/opportunities").then().body("items", empty());
    }

    private static String withoutTrace(String problem) {
        return problem.replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    @Test
    void a_seller_sees_only_assigned_opportunities() {
        var company = partner();
        String id = accepted(company);
        as(company.seller()).get("/api/v1/opportunities/{id}", id).then().statusCode(404);
        as(company.manager())
                .body("{\"userId\": \"%s\"}".formatted(company.seller().id()))
                .post("/api/v1/opportunities/{id}/assign", id)
                .then()
                .statusCode(200);
        as(company.seller())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("actions", not(hasItem("ASSIGN")));
        as(company.manager())
                .body("{\"userId\": \"%s\"}".formatted(partner().seller().id()))
                .post("/api/v1/opportunities/{id}/assign", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/userId"));
    }

    @Test
    void a_partner_no_longer_sees_a_returned_opportunity() {
        var company = partner();
        String id = accepted(company);
        as(company.admin())
                .body("{\"reasonCode\": \"NO_RESPONSE\"}")
                .post("/api/v1/opportunities/{id}/return", id)
                .then()
                .statusCode(200)
                .body("status", is("RETURNED"));
        as(company.admin()).get("/api/v1/opportunities/{id}", id).then().statusCode(404);
        as(sales())
                .get("/api/v1/opportunities/{id}", id)
                .then()
                .body(
                        "status",
                        is("RETURNED"),
                        "outcome.reasonCode",
                        is("NO_RESPONSE"),
                        "assignment.partner",
                        nullValue());
    }

    @Test
    void staff_take_back_extend_and_close_as_lost() {
        var company = partner();
        String id = accepted(company);
        as(sales())
                .body("{\"dueOn\": \"2099-01-01\"}")
                .post("/api/v1/opportunities/{id}/extend", id)
                .then()
                .statusCode(200)
                .body("pipeline.dueOn", is("2099-01-01"));
        as(sales())
                .body("{\"reason\": \"Silent\"}")
                .post("/api/v1/opportunities/{id}/take-back", id)
                .then()
                .statusCode(200)
                .body("status", is("NEW"));
        as(sales())
                .body("{\"outcome\": \"LOST\"}")
                .post("/api/v1/opportunities/{id}/close", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reasonCode"));
        as(sales())
                .body("{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .post("/api/v1/opportunities/{id}/close", id)
                .then()
                .statusCode(200)
                .body("status", is("LOST"));
        as(sales())
                .body("{\"topic\": \"x\"}")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(409)
                .body("code", is("opportunity.closed"));
    }

    @Test
    void staff_decide_on_an_extension_beyond_the_limit() {
        var company = partner();
        String id = accepted(company);
        String due = as(company.admin()).get("/api/v1/opportunities/{id}", id).path("pipeline.dueOn");
        as(company.admin())
                .body("{\"dueOn\": \"2099-01-01\", \"reason\": \"Hange\"}")
                .post("/api/v1/opportunities/{id}/extend", id)
                .then()
                .statusCode(200)
                .body(
                        "pipeline.dueOn",
                        is(due),
                        "pipeline.extensionRequest.dueOn",
                        is("2099-01-01"),
                        "pipeline.extensionRequest.requestedBy.id",
                        is(company.admin().id()),
                        "actions",
                        not(hasItem("DECIDE_EXTENSION")));
        as(sales())
                .queryParam("partnerId", company.id())
                .queryParam("extensionRequested", true)
                .get("/api/v1/opportunities")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(id),
                        "items[0].pipeline.requestedDueOn",
                        is("2099-01-01"),
                        "items[0].actions",
                        hasItem("DECIDE_EXTENSION"));
        as(company.admin())
                .body("{\"granted\": true}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(403);
        as(sales())
                .body("{\"granted\": false}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        as(sales())
                .body("{\"granted\": false, \"dueOn\": \"2098-01-01\", \"reason\": \"x\"}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/dueOn"));
        as(sales())
                .body("{\"granted\": true, \"dueOn\": \"2000-01-01\"}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(409)
                .body("code", is("opportunity.extension-backwards"));
        as(sales())
                .body("{\"granted\": false, \"reason\": \"Hange on läbi\"}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(200)
                .body("pipeline.dueOn", is(due), "pipeline.extensionRequest", nullValue());
        as(company.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items[0].event", is("EXTENSION_REFUSED"), "items[0].details.reason", is("Hange on läbi"));
        as(sales())
                .body("{\"granted\": true}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(409)
                .body("code", is("opportunity.no-extension-request"));

        as(company.admin())
                .body("{\"dueOn\": \"2099-01-01\"}")
                .post("/api/v1/opportunities/{id}/extend", id)
                .then()
                .statusCode(200);
        as(sales())
                .body("{\"granted\": true}")
                .post("/api/v1/opportunities/{id}/decide-extension", id)
                .then()
                .statusCode(200)
                .body("pipeline.dueOn", is("2099-01-01"), "pipeline.extensions", is(1));
        as(company.admin())
                .body("{\"dueOn\": \"2099-12-31\"}")
                .post("/api/v1/opportunities/{id}/extend", id)
                .then()
                .statusCode(200);
        as(sales())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"pipeline\": {\"dueOn\": \"2100-01-01\"}}")
                .patch("/api/v1/opportunities/{id}", id)
                .then()
                .statusCode(200)
                .body("pipeline.extensionRequest", nullValue());
    }

    @Test
    void pages_contain_every_opportunity_exactly_once() {
        var company = partner();
        var expected = new HashSet<String>();
        for (int i = 0; i < 5; i++) {
            expected.add(accepted(company));
        }
        for (String sort : new String[] {
            "-updatedAt", "value", "-topic", "estimatedCloseDate", "dueOn", "customer", "number", "answerBy"
        }) {
            var seen = new HashSet<String>();
            String cursor = "";
            int pages = 0;
            do {
                var page = as(company.admin())
                        .queryParam("limit", 2)
                        .queryParam("sort", sort)
                        .queryParam("cursor", cursor)
                        .queryParam("count", true)
                        .get("/api/v1/opportunities")
                        .then()
                        .statusCode(200)
                        .body("total", is(5))
                        .extract();
                seen.addAll(page.<List<String>>path("items.id"));
                cursor = page.path("nextCursor");
                pages++;
            } while (cursor != null);
            assertThat(seen).as(sort).isEqualTo(expected);
            assertThat(pages).isEqualTo(3);
        }
        as(company.admin())
                .queryParam("sort", "secret")
                .get("/api/v1/opportunities")
                .then()
                .statusCode(400)
                .body("code", is("sort"));
        as(company.admin())
                .queryParam("cursor", "xxxx")
                .get("/api/v1/opportunities")
                .then()
                .statusCode(400)
                .body("code", is("cursor"));
    }

    @Test
    void search_finds_parts_of_words_with_any_characters() {
        String mark = UUID.randomUUID().toString();
        as(sales())
                .body("{\"topic\": \"100%% võrk_%s\", \"customer\": {\"name\": \"X\", \"country\": \"EE\"}}"
                        .formatted(mark))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
        as(sales())
                .queryParam("q", "% VÕRK_" + mark)
                .get("/api/v1/opportunities")
                .then()
                .body("items", hasSize(1));
        as(sales()).queryParam("q", "% _ %").get("/api/v1/opportunities").then().body("items", empty());
        as(sales())
                .queryParam("q", mark)
                .get("/api/v1/opportunities/export")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("Customer"), containsString(mark));
    }

    @Test
    void an_external_reference_is_unique() {
        String reference = ("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"EE\"}, "
                        + "\"origin\": {\"externalReferences\": [{\"system\": \"CRM\", \"externalId\": \"%s\"}]}}")
                .formatted(UUID.randomUUID());
        as(sales())
                .body(reference)
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .body("origin.externalReferences", hasSize(1));
        as(sales())
                .body(reference)
                .post("/api/v1/opportunities")
                .then()
                .statusCode(409)
                .body("code", is("opportunity.external-reference"));
    }

    @Test
    void an_analyst_can_only_read() {
        var analyst = staff("ANALYST");
        String id = opportunity();
        as(analyst).get("/api/v1/opportunities/{id}", id).then().statusCode(200).body("actions", empty());
        as(analyst)
                .body("{\"topic\": \"x\"}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(403);
        as(analyst)
                .body("{}")
                .post("/api/v1/opportunities/{id}/hold", id)
                .then()
                .statusCode(403);
        as(admin())
                .get("/api/v1/dashboard")
                .then()
                .statusCode(200)
                .body("staff", notNullValue(), "byMonth", hasSize(12));
    }
}
