package ee.sild.distribution.collaboration;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.TestDatabase;

import static ee.sild.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CollaborationResourceTest {

    private static Company a;
    private static Company b;
    private static Company c;

    @BeforeEach
    void meet() {
        if (a == null) {
            a = Api.partner();
            b = Api.partner();
            c = Api.partner();
        }
    }

    private static String shared(String how, Company... partners) {
        var ids = Stream.of(partners).map(one -> "\"" + one.id() + "\"").collect(Collectors.joining(", "));
        String id = Api.opportunity();
        as(Api.sales())
                .body("{\"method\": \"COLLABORATION\", \"partnerIds\": [%s]%s}".formatted(ids, how))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse get(String id, Person as) {
        return as(as).get("/api/v1/opportunities/{id}", id).then();
    }

    private static ValidatableResponse transition(String id, String transition, String body, Person as) {
        return as(as).body(body)
                .post("/api/v1/opportunities/{id}/{verb}", id, transition)
                .then();
    }

    @Test
    void all_partners_work_on_it_and_see_each_other() {
        String id = shared("", a, b, c);

        get(id, a.admin())
                .statusCode(200)
                .body(
                        "status",
                        is("ACCEPTED"),
                        "assignment.shared",
                        is(true),
                        "assignment.collaborators",
                        hasSize(3),
                        "customer.contacts",
                        hasSize(1),
                        "actions",
                        not(hasItem("CLOSE")),
                        "actions",
                        not(hasItem("EXTEND")),
                        "actions",
                        hasItem("CHANGE_PHASE"));
        as(b.admin())
                .get("/api/v1/opportunities?view=managed&shared=true")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.assignment.collaborators".formatted(id), hasSize(3));
        get(id, Api.partner().admin()).statusCode(404);
    }

    @Test
    void only_the_lead_closes_and_extends() {
        String id = shared("", a, b);
        transition(id, "close", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}", a.admin())
                .statusCode(403)
                .body("code", is("opportunity.shared"));
        transition(id, "extend", "{\"dueOn\": \"2030-01-01\"}", b.manager())
                .statusCode(403)
                .body("code", is("opportunity.shared"));

        as(Api.sales())
                .body("{\"lead\": true}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(200)
                .body("assignment.partner.id", is(b.id()), "assignment.collaborators[0].partner.id", is(b.id()));
        transition(id, "close", "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}", a.admin())
                .statusCode(403);
        transition(
                        id,
                        "close",
                        "{\"outcome\": \"WON\", \"actualValue\": {\"amount\": 9, \"currency\": \"EUR\"}}",
                        b.admin())
                .statusCode(200);
        get(id, a.admin()).statusCode(200).body("status", is("WON"));
        transition(id, "reopen", "{}", Api.sales())
                .statusCode(200)
                .body("status", is("ACCEPTED"), "assignment.shared", is(true));
        as(Api.sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("ACCEPTED", "ACCEPTED"));
    }

    @Test
    void a_new_lead_replaces_the_previous_one() {
        String id = shared(", \"leadPartnerId\": \"%s\"".formatted(a.id()), a, b);
        as(Api.sales())
                .body("{\"lead\": true}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(200)
                .body("assignment.collaborators.findAll { it.lead }.partner.id", contains(b.id()));
        as(Api.sales())
                .body("{\"lead\": false}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(200)
                .body("assignment.partner", nullValue());
    }

    @Test
    void each_partner_has_its_own_assignee() {
        String id = shared("", a, b);
        get(id, a.seller()).statusCode(404);
        transition(id, "assign", "{\"userId\": \"%s\"}".formatted(a.seller().id()), a.manager())
                .statusCode(200)
                .body("assignment.assignee.id", is(a.seller().id()));
        get(id, a.seller()).statusCode(200);
        get(id, b.seller()).statusCode(404);
        transition(id, "assign", "{\"userId\": \"%s\"}".formatted(b.seller().id()), a.manager())
                .statusCode(422);
        as(a.seller()).get("/api/v1/opportunities").then().statusCode(200).body("items.id", hasItem(id));
    }

    @Test
    void a_working_partner_becomes_one_of_several_and_keeps_its_history() {
        String id = Api.accepted(a);
        as(a.admin())
                .body("{\"text\": \"Alone\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201);
        as(Api.sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(200)
                .body(
                        "assignment.shared",
                        is(true),
                        "assignment.collaborators.partner.id",
                        containsInAnyOrder(a.id(), b.id()),
                        "pipeline.phase",
                        is("PROSPECT"));
        as(a.admin()).get("/api/v1/opportunities/{id}/timeline", id).then().body("items.note.text", hasItem("Alone"));
        as(b.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body("items.note.text", not(hasItem("Alone")));
    }

    @Test
    void notes_are_visible_to_all_partners_one_partner_or_staff() {
        String id = shared("", a, b);
        as(a.admin())
                .body("{\"text\": \"To all\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201);
        as(a.admin())
                .body("{\"text\": \"Between us\", \"visibility\": \"PARTNER\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201);
        as(Api.sales())
                .body("{\"text\": \"For B\", \"visibility\": \"PARTNER\", \"partnerId\": \"%s\"}".formatted(b.id()))
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("partner.id", is(b.id()));
        as(Api.sales())
                .body("{\"text\": \"?\", \"visibility\": \"PARTNER\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(422);

        as(a.manager())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.findAll { it.note }.note.text", contains("Between us", "To all"));
        as(b.manager())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body(
                        "items.findAll { it.note }.note.text",
                        contains("For B", "To all"),
                        "items.find { it.note?.text == 'To all' }.actor.name",
                        is("Kadri Tamm"),
                        "items.find { it.note?.text == 'To all' }.actorPartner.id",
                        is(a.id()));
        as(Api.sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.findAll { it.note }", hasSize(3));
    }

    @Test
    void partners_join_when_they_accept_and_see_nothing_of_others_before() {
        String id = shared(", \"askEach\": true", a, b, c);
        get(id, Api.sales()).body("status", is("DELIVERED"), "assignment.collaborators", hasSize(3));
        String offerOfA = get(id, a.admin())
                .body(
                        "status",
                        is("DELIVERED"),
                        "customer.contactsHidden",
                        is(true),
                        "assignment.collaborators",
                        empty(),
                        "actions",
                        containsInAnyOrder("ACCEPT", "DECLINE"))
                .extract()
                .path("distribution.distributionId");
        as(a.admin()).post("/api/v1/distributions/{id}/accept", offerOfA).then().statusCode(200);
        get(id, a.admin()).body("status", is("ACCEPTED"), "assignment.collaborators.partner.id", contains(a.id()));

        // The others still have open offers.
        String offerOfB =
                get(id, b.admin()).body("status", is("DELIVERED")).extract().path("distribution.distributionId");
        as(b.admin()).get("/api/v1/opportunities?view=distributed").then().body("items.id", hasItem(id));
        as(b.admin()).get("/api/v1/dashboard").then().statusCode(200);
        as(b.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", offerOfB)
                .then()
                .statusCode(200);
        get(id, b.admin()).statusCode(404);

        as(Api.sales())
                .delete("/api/v1/opportunities/{id}/collaborators/{partner}", id, c.id())
                .then()
                .statusCode(200);
        get(id, c.admin()).statusCode(404);
        get(id, Api.sales()).body("status", is("ACCEPTED"), "assignment.collaborators.partner.id", contains(a.id()));
    }

    @Test
    void it_is_declined_when_all_partners_decline() {
        String id = shared(", \"askEach\": true", a, b);
        for (Company one : new Company[] {a, b}) {
            String offer = get(id, one.admin()).extract().path("distribution.distributionId");
            as(one.admin())
                    .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                    .post("/api/v1/distributions/{id}/decline", offer)
                    .then()
                    .statusCode(200);
        }
        get(id, Api.sales())
                .body("status", is("DECLINED"), "assignment.shared", is(false), "assignment.collaborators", empty());
        as(Api.sales())
                .body(Api.direct(c.id()))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(200);
    }

    @Test
    void a_partner_can_leave_and_the_last_one_returns_it() {
        String id = shared(", \"leadPartnerId\": \"%s\"".formatted(a.id()), a, b);
        transition(id, "return", "{\"reasonCode\": \"NO_FUNDING\"}", a.admin()).statusCode(200);
        get(id, a.admin()).statusCode(404);
        get(id, b.admin())
                .body("status", is("ACCEPTED"), "assignment.partner.id", is(b.id()), "actions", hasItem("CLOSE"));
        as(Api.sales())
                .delete("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(409)
                .body("code", is("collaboration.last"));
        transition(id, "return", "{\"reasonCode\": \"NO_FUNDING\"}", b.admin()).statusCode(200);
        get(id, Api.sales()).body("status", is("RETURNED"), "assignment.shared", is(false));
        as(Api.sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("RETURNED", "RETURNED"));
    }

    @Test
    void a_partner_that_is_added_directly_starts_the_work() {
        String id = shared(", \"askEach\": true", a, b);
        as(Api.sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, c.id())
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"), "pipeline.phase", is("PROSPECT"));
        get(id, a.admin()).body("status", is("DELIVERED"));
        as(Api.sales())
                .body("{\"method\": \"COLLABORATION\", \"partnerIds\": [\"%s\"]}".formatted(a.id()))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(409);
    }

    @Test
    void a_canceled_opportunity_is_reopened_with_all_partners() {
        String id = shared("", a, b);
        transition(id, "cancel", "{\"reason\": \"A mistake\"}", Api.sales()).statusCode(200);
        transition(id, "return", "{\"reasonCode\": \"NO_FUNDING\"}", a.admin())
                .statusCode(409)
                .body("code", is("opportunity.transition"));
        transition(id, "reopen", "{}", Api.sales()).statusCode(200).body("status", is("ACCEPTED"));
        as(Api.sales())
                .get("/api/v1/opportunities/{id}/distributions", id)
                .then()
                .body("items.status", contains("ACCEPTED", "ACCEPTED"));
        as(Api.sales())
                .delete("/api/v1/opportunities/{id}/collaborators/{partner}", id, b.id())
                .then()
                .statusCode(200);
        transition(id, "cancel", "{\"reason\": \"A mistake\"}", Api.sales()).statusCode(200);
        transition(id, "return", "{\"reasonCode\": \"NO_FUNDING\"}", a.admin())
                .statusCode(409)
                .body("code", is("opportunity.transition"));
    }

    @Test
    void taking_back_and_recalling_end_it_for_all_partners() {
        String id = shared("", a, b);
        as(Api.sales())
                .body("{\"ask\": true}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", id, c.id())
                .then()
                .statusCode(200);
        transition(id, "take-back", "{\"reason\": \"Too slow\"}", Api.sales())
                .statusCode(200)
                .body("status", is("NEW"), "assignment.collaborators", empty());
        for (Company one : new Company[] {a, b, c}) {
            get(id, one.admin()).statusCode(404);
        }
        String asked = shared(", \"askEach\": true", a, b);
        as(Api.sales())
                .post("/api/v1/opportunities/{id}/recall", asked)
                .then()
                .statusCode(200)
                .body("status", is("NEW"));
        as(Api.sales())
                .get("/api/v1/opportunities/{id}/distributions", asked)
                .then()
                .body("items.status", contains("RECALLED", "RECALLED"));
    }

    @Test
    void the_first_claim_from_the_pool_succeeds_and_the_next_fails() {
        String id = Api.opportunity();
        as(Api.sales())
                .post("/api/v1/opportunities/{id}/open-to-pool", id)
                .then()
                .statusCode(200)
                .body("status", is("POOL"));
        as(a.admin())
                .get("/api/v1/opportunities?view=pool")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id), "items.find { it.id == '%s' }.actions".formatted(id), contains("CLAIM"));
        as(a.admin())
                .get("/api/v1/opportunities?view=managed")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        get(id, b.admin()).statusCode(200).body("customer.contactsHidden", is(true), "customer.contacts", empty());
        as(a.manager())
                .post("/api/v1/opportunities/{id}/claim", id)
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"), "customer.contacts", hasSize(1));
        get(id, b.admin()).statusCode(404);
        as(b.admin())
                .post("/api/v1/opportunities/{id}/claim", id)
                .then()
                .statusCode(409)
                .body("code", is("pool.taken"));
    }

    @Test
    void a_partner_without_capacity_cannot_claim() {
        Company full = Api.partner();
        Api.patch(Api.admin(), 0)
                .body("{\"programme\": {\"capacity\": 1}}")
                .patch("/api/v1/partners/{id}", full.id())
                .then()
                .statusCode(200);
        Api.accepted(full);
        String id = Api.opportunity();
        as(Api.sales())
                .post("/api/v1/opportunities/{id}/open-to-pool", id)
                .then()
                .statusCode(200);
        as(full.admin())
                .post("/api/v1/opportunities/{id}/claim", id)
                .then()
                .statusCode(409)
                .body("code", is("partner.full"));
    }
}
