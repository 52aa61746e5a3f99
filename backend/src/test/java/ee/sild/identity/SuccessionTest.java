package ee.sild.identity;

import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** What a user owns goes to a successor when the user is deactivated. */
@QuarkusTest
class SuccessionTest {

    private static ValidatableResponse deactivate(Person one, String body) {
        return as(admin())
                .body(body)
                .post("/api/v1/users/{id}/deactivate", one.id())
                .then();
    }

    private static String to(Person one) {
        return "{\"successorId\": \"%s\"}".formatted(one.id());
    }

    private static String opportunity(Person of) {
        return Api.answered(
                        as(of).body("{\"topic\": \"Võrk\", \"customer\": {\"name\": \"%s\", \"country\": \"EE\"}}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
    }

    private static void manages(Person manager, Company partner) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"programme\": {\"channelManagerId\": \"%s\"}}".formatted(manager.id()))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse owned(Person by) {
        return as(admin()).get("/api/v1/users/{id}/owned", by.id()).then().statusCode(200);
    }

    @Test
    void open_opportunities_need_a_successor_who_sells() {
        Person leaver = Api.staff("SALES");
        Person successor = Api.staff("SALES");
        String open = opportunity(leaver);
        String closed = opportunity(leaver);
        for (String id : new String[] {open, closed}) {
            as(admin())
                    .contentType("application/merge-patch+json; charset=UTF-8")
                    .header("If-Match", "*")
                    .body("{\"ownerId\": \"%s\"}".formatted(leaver.id()))
                    .patch("/api/v1/opportunities/{id}", id)
                    .then()
                    .statusCode(200);
        }
        as(leaver)
                .body("{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .post("/api/v1/opportunities/{id}/close", closed)
                .then()
                .statusCode(200);
        owned(leaver).body("openOpportunities", is(1), "partners", is(0), "approvals", is(0));
        deactivate(leaver, "{}").statusCode(422).body("errors[0].pointer", is("/successorId"));
        deactivate(leaver, to(leaver)).statusCode(422).body("errors[0].pointer", is("/successorId"));
        deactivate(leaver, to(Api.staff("ANALYST"))).statusCode(422);
        deactivate(leaver, to(Api.partner().admin())).statusCode(422);
        as(leaver).get("/api/v1/me").then().statusCode(200);
        deactivate(leaver, to(successor)).statusCode(200).body("status", is("DEACTIVATED"));
        as(successor).get("/api/v1/opportunities/{id}", open).then().body("assignment.owner.id", is(successor.id()));
        as(successor)
                .get("/api/v1/opportunities/{id}/timeline", open)
                .then()
                .body("items.details.changes.flatten().field", hasItem("ownerId"));
        as(admin()).get("/api/v1/opportunities/{id}", closed).then().body("assignment.owner.id", is(leaver.id()));
        owned(successor).body("openOpportunities", is(1));
    }

    @Test
    void partners_and_approvals_need_a_successor_who_decides() {
        Person leaver = Api.staff("CHANNEL_MANAGER");
        Person successor = Api.staff("CHANNEL_MANAGER");
        Company partner = Api.partner();
        manages(leaver, partner);
        String line = Api.answered(
                        as(admin())
                                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/product-lines"),
                        201)
                .path("id")
                .asText();
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("""
                {"rules": [{"name": "Nimeline", "productLineIds": ["%s"], "steps": [{"approver": "PERSON", "userId": \
                "%s"}]}]}""".formatted(line, leaver.id()))
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200);
        String registration = Api.answered(
                        as(partner.seller())
                                .body("""
                {"opportunity": {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE"}}, "productLineIds": \
                ["%s"]}""".formatted(UUID.randomUUID(), line))
                                .post("/api/v1/deal-registrations"),
                        201)
                .path("id")
                .asText();
        owned(leaver).body("openOpportunities", is(0), "partners", is(1), "approvals", is(2));
        deactivate(leaver, "{}").statusCode(422);
        deactivate(leaver, to(Api.staff("SALES"))).statusCode(422);
        deactivate(leaver, to(successor)).statusCode(200);
        as(admin())
                .get("/api/v1/partners/{id}", partner.id())
                .then()
                .body("programme.channelManager.id", is(successor.id()));
        as(successor)
                .get("/api/v1/deal-registrations/{id}", registration)
                .then()
                .body("approval.steps[0].person.id", is(successor.id()), "actions", hasItem("APPROVE"));
        as(admin()).get("/api/v1/approval-policy").then().body("rules[0].steps[0].person.id", is(successor.id()));
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"rules\": []}")
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse becomes(Person one, String role, Person successor) {
        return as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(
                        successor == null
                                ? "{\"role\": \"%s\"}".formatted(role)
                                : "{\"role\": \"%s\", \"successorId\": \"%s\"}".formatted(role, successor.id()))
                .patch("/api/v1/users/{id}", one.id())
                .then();
    }

    private static void owns(Person one, String opportunity) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"ownerId\": \"%s\"}".formatted(one.id()))
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
    }

    @Test
    void a_role_that_cannot_own_everything_needs_a_successor_for_the_rest() {
        Person manager = Api.staff("CHANNEL_MANAGER");
        Person successor = Api.staff("CHANNEL_MANAGER");
        Person seller = Api.staff("SALES");
        Company partner = Api.partner();
        manages(manager, partner);
        String open = opportunity(manager);
        owns(manager, open);
        becomes(manager, "ADMIN", null).statusCode(200);
        becomes(manager, "CHANNEL_MANAGER", null).statusCode(200);
        as(admin())
                .get("/api/v1/users/{id}/owned?role=SALES", manager.id())
                .then()
                .statusCode(200)
                .body("openOpportunities", is(0), "partners", is(1), "approvals", is(0))
                .body("successors.id", hasItems(successor.id(), admin().id()))
                .body("successors.id", not(hasItem(seller.id())))
                .body("successors.id", not(hasItem(manager.id())));
        becomes(manager, "SALES", null).statusCode(422).body("errors[0].pointer", is("/successorId"));
        becomes(manager, "SALES", seller).statusCode(422).body("errors[0].pointer", is("/successorId"));
        becomes(manager, "SALES", manager).statusCode(422);
        as(manager).get("/api/v1/me").then().body("role", is("CHANNEL_MANAGER"));
        becomes(manager, "SALES", successor).statusCode(200).body("role", is("SALES"));
        as(admin())
                .get("/api/v1/partners/{id}", partner.id())
                .then()
                .body("programme.channelManager.id", is(successor.id()));
        as(admin()).get("/api/v1/opportunities/{id}", open).then().body("assignment.owner.id", is(manager.id()));
        becomes(manager, "ANALYST", null).statusCode(422).body("errors[0].pointer", is("/successorId"));
        becomes(manager, "ANALYST", seller).statusCode(200).body("role", is("ANALYST"));
        as(seller)
                .get("/api/v1/opportunities/{id}/timeline", open)
                .then()
                .body("items.details.changes.flatten().field", hasItem("ownerId"));
        as(admin()).get("/api/v1/opportunities/{id}", open).then().body("assignment.owner.id", is(seller.id()));
    }

    @Test
    void an_approver_who_becomes_an_analyst_hands_over_approvals() {
        Person approver = Api.staff("CHANNEL_MANAGER");
        Person successor = Api.staff("CHANNEL_MANAGER");
        approvalBy(approver.id());
        becomes(approver, "ANALYST", null).statusCode(422).body("errors[0].pointer", is("/successorId"));
        becomes(approver, "ANALYST", successor).statusCode(200);
        as(admin()).get("/api/v1/approval-policy").then().body("rules[0].steps[0].person.id", is(successor.id()));
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"rules\": []}")
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200);
    }

    private static void approvalBy(String person) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("""
                {"rules": [{"name": "Nimeline", "steps": [{"approver": "PERSON", "userId": "%s"}]}]}""".formatted(person))
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200);
    }

    @Test
    void work_of_a_partner_goes_to_a_colleague() {
        Company partner = Api.partner();
        Person seller = partner.seller();
        Person manager = partner.manager();
        String accepted = Api.accepted(partner);
        as(partner.admin())
                .body("{\"userId\": \"%s\"}".formatted(seller.id()))
                .post("/api/v1/opportunities/{id}/assign", accepted)
                .then()
                .statusCode(200);
        String pending = opportunity(seller);
        for (Person by : List.of(admin(), partner.admin())) {
            as(by).get("/api/v1/users/{id}/owned", seller.id())
                    .then()
                    .statusCode(200)
                    .body("assignedOpportunities", is(2), "openOpportunities", is(0))
                    .body("successors.id", hasItem(manager.id()))
                    .body("successors.id", not(hasItem(seller.id())));
        }
        as(Api.partner().admin())
                .get("/api/v1/users/{id}/owned", seller.id())
                .then()
                .statusCode(404);
        for (String wrong : List.of(to(seller), to(admin()), to(Api.partner().manager()))) {
            as(partner.admin())
                    .body(wrong)
                    .post("/api/v1/users/{id}/deactivate", seller.id())
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", is("/successorId"));
        }
        as(partner.admin())
                .body(to(manager))
                .post("/api/v1/users/{id}/deactivate", seller.id())
                .then()
                .statusCode(200);
        for (String id : List.of(accepted, pending)) {
            as(manager).get("/api/v1/opportunities/{id}", id).then().body("assignment.assignee.id", is(manager.id()));
        }
    }

    @Test
    void work_of_a_partner_stays_without_a_successor() {
        Company partner = Api.partner();
        Person seller = Api.person(partner.id(), "PARTNER_SELLER");
        opportunity(seller);
        deactivate(seller, "{}").statusCode(200);
    }

    @Test
    void who_owns_nothing_needs_no_successor() {
        deactivate(Api.staff("SALES"), "").statusCode(200);
        deactivate(Api.partner().seller(), "{}").statusCode(200);
    }

    @Test
    void a_role_that_the_user_cannot_get_is_refused() {
        as(admin())
                .get(
                        "/api/v1/users/{id}/owned?role=PARTNER_ADMIN",
                        Api.staff("SALES").id())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/role"), "errors[0].code", is("role"));
    }
}
