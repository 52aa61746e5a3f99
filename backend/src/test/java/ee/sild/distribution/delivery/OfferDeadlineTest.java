package ee.sild.distribution.delivery;

import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.ShiftedClock;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What happens automatically as time passes. Runs first, when there is little other data. */
@QuarkusTest
@Order(1)
@Tag("slow")
class OfferDeadlineTest {

    private static final String HAPPENED =
            "select count(*) > 0 from opportunity_event where opportunity_id = ? and kind = ?";

    private static void policy(String patch) {
        int version = as(admin())
                .get("/api/v1/policies")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        Api.patch(admin(), version).body(patch).patch("/api/v1/policies").then().statusCode(200);
    }

    /** Resets the policies that other tests have changed. */
    @BeforeEach
    void usual() {
        policy("""
                {"maskedFields": ["NAME", "EMAIL", "PHONE", "STREET"], "reminderPercent": 75, "newAfterHours": 48, \
                "stalledAfterDays": 21, "takeBackAfterDays": null}""");
    }

    private static ValidatableResponse opportunity(String id) {
        return as(sales()).get("/api/v1/opportunities/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse timeline(String id, Api.Person reader) {
        return as(reader).get("/api/v1/opportunities/{id}/timeline", id).then().statusCode(200);
    }

    @Test
    void a_partner_is_reminded_once_and_then_its_offer_expires() {
        Company partner = Api.partner();
        String opportunity = Api.opportunity();
        Api.distribute(opportunity, partner);
        UUID id = UUID.fromString(opportunity);

        ShiftedClock.forward(Duration.ofHours(37), HAPPENED, id, "REMINDED");
        timeline(opportunity, partner.admin()).body("items.event", hasItem("REMINDED"));
        opportunity(opportunity).body("status", is("DELIVERED"));

        ShiftedClock.forward(Duration.ofHours(49), HAPPENED, id, "EXPIRED");
        opportunity(opportunity).body("status", is("EXPIRED"), "assignment.partner", nullValue());
        timeline(opportunity, sales())
                .body(
                        "items.findAll { it.event == 'REMINDED' }",
                        hasSize(1),
                        "items.findAll { it.event == 'EXPIRED' }",
                        hasSize(1));
    }

    @Test
    void a_cascade_continues_when_an_offer_expires() {
        String territory = as(admin())
                .body("{\"name\": \"Saar %s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/territories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Company first = Api.partner();
        Company second = Api.partner();
        for (Company one : new Company[] {first, second}) {
            Api.patch(admin(), 0)
                    .body("{\"programme\": {\"territoryIds\": [\"%s\"]}}".formatted(territory))
                    .patch("/api/v1/partners/{id}", one.id())
                    .then()
                    .statusCode(200);
        }
        String opportunity = Api.opportunity();
        Api.patch(sales(), 0)
                .body("{\"classification\": {\"territoryId\": \"%s\"}}".formatted(territory))
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
        String offered = as(sales())
                .body("{\"method\": \"CASCADE\"}")
                .post("/api/v1/opportunities/{id}/distribute", opportunity)
                .then()
                .statusCode(200)
                .extract()
                .path("assignment.partner.id");
        String other = offered.equals(first.id()) ? second.id() : first.id();

        ShiftedClock.forward(
                Duration.ofHours(49),
                "select partner_id = ? from opportunity where id = ?",
                UUID.fromString(other),
                UUID.fromString(opportunity));
        opportunity(opportunity)
                .body(
                        "status",
                        is("DELIVERED"),
                        "assignment.partner.id",
                        is(other),
                        "distribution.exhausted",
                        is(false));

        ShiftedClock.forward(
                Duration.ofHours(100), "select exhausted from opportunity where id = ?", UUID.fromString(opportunity));
        opportunity(opportunity).body("status", is("EXPIRED"), "distribution.exhausted", is(true));
        as(sales())
                .queryParam("exhausted", true)
                .queryParam("limit", 100)
                .queryParam("count", true)
                .get("/api/v1/opportunities")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(opportunity), "total", greaterThan(0));
        timeline(opportunity, sales()).body("items.event", hasItem("NO_PARTNER_LEFT"));
    }

    @Test
    void inactive_work_raises_one_alert_and_is_taken_back_by_policy() {
        Company partner = Api.partner();
        String idle = Api.accepted(partner);
        String worked = Api.accepted(partner);
        UUID id = UUID.fromString(idle);
        opportunity(idle).body("pipeline.alert", nullValue());

        ShiftedClock.forward(Duration.ofHours(49), HAPPENED, id, "ALERTED");
        ShiftedClock.forward(
                Duration.ofDays(22),
                "select count(*) > 1 from opportunity_event where opportunity_id = ? and kind = 'ALERTED'",
                id);
        as(sales())
                .queryParam("status", "ACCEPTED")
                .queryParam("count", true)
                .get("/api/v1/opportunities")
                .then()
                .statusCode(200)
                .body("total", greaterThan(1));
        timeline(idle, sales())
                .body("items.findAll { it.event == 'ALERTED' }.details.reasonCode", contains("STALLED", "NEW"));

        policy("{\"takeBackAfterDays\": 40}");
        try {
            as(partner.admin())
                    .body("{\"text\": \"Kohtume homme\"}")
                    .post("/api/v1/opportunities/{id}/notes", worked)
                    .then()
                    .statusCode(201);
            ShiftedClock.forward(Duration.ofDays(41), HAPPENED, id, "TAKEN_BACK");
        } finally {
            policy("{\"takeBackAfterDays\": null}");
        }
        opportunity(idle)
                .body("status", is("NEW"), "assignment.partner", nullValue(), "outcome.reasonCode", is("INACTIVE"));
        as(partner.admin()).get("/api/v1/opportunities/{id}", idle).then().statusCode(404);
    }

    @Test
    void contacts_are_disclosed_on_acceptance_and_recorded() {
        Company partner = Api.partner();
        String opportunity = Api.opportunity();
        String offer = Api.distribute(opportunity, partner);
        as(partner.admin())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200)
                .body(
                        "customer.contacts",
                        empty(),
                        "customer.contactsHidden",
                        is(true),
                        "customer.maskedFields",
                        contains("NAME", "EMAIL", "PHONE", "STREET"));
        policy("{\"maskedFields\": [\"EMAIL\"]}");
        try {
            as(partner.admin())
                    .get("/api/v1/opportunities/{id}", opportunity)
                    .then()
                    .statusCode(200)
                    .body(
                            "customer.contacts.name",
                            contains("Tiina Mägi"),
                            "customer.contacts.email",
                            contains(nullValue()),
                            "customer.maskedFields",
                            contains("EMAIL"));
            policy("{\"maskedFields\": [\"NAME\", \"PHONE\"]}");
            as(partner.admin())
                    .get("/api/v1/opportunities/{id}", opportunity)
                    .then()
                    .statusCode(200)
                    .body(
                            "customer.contacts.name",
                            contains("•••"),
                            "customer.contacts.email",
                            contains("tiina@saartekala.test"));
        } finally {
            policy("{\"maskedFields\": [\"NAME\", \"EMAIL\", \"PHONE\", \"STREET\"]}");
        }
        as(partner.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        as(partner.admin())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200)
                .body("customer.contacts.email", contains("tiina@saartekala.test"), "customer.maskedFields", empty());
        timeline(opportunity, sales())
                .body(
                        "items.find { it.event == 'REVEALED' }.details.changes.field",
                        contains("NAME", "EMAIL", "PHONE", "STREET"),
                        "items.find { it.event == 'REVEALED' }.details.with.id",
                        is(partner.id()));
        timeline(opportunity, partner.admin()).body("items.event", hasItem("REVEALED"));
        // The partner knows the contacts now, so a second opportunity for the same customer discloses nothing more.
        String customer = opportunity(opportunity).extract().path("customer.id");
        String second = as(sales())
                .body("{\"topic\": \"Veel üks\", \"customerId\": \"%s\"}".formatted(customer))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(partner.admin())
                .post("/api/v1/distributions/{id}/accept", Api.distribute(second, partner))
                .then()
                .statusCode(200);
        timeline(second, sales()).body("items.event", hasItem("ACCEPTED"), "items.event", not(hasItem("REVEALED")));
    }

    @Test
    void policies_must_be_consistent() {
        int version = as(admin())
                .get("/api/v1/policies")
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        Api.patch(admin(), version)
                .body("{\"takeBackAfterDays\": 21}")
                .patch("/api/v1/policies")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/takeBackAfterDays"));
        Api.patch(admin(), version)
                .body("{\"reminderPercent\": 100, \"newAfterHours\": 0, \"maskedFields\": null}")
                .patch("/api/v1/policies")
                .then()
                .statusCode(422)
                .body("errors", hasSize(3));
    }
}
