package ee.sild.registration.approval;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.ShiftedClock;
import ee.sild.SuperuserConnection;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who decides on a registration: nobody, one approver or several in order, never the submitter, and nobody twice. */
@QuarkusTest
class ApprovalPolicyTest {

    private static final String HAPPENED =
            "select exists (select from opportunity_event where opportunity_id = ? and kind = ?)";
    private Company partner;
    private String line;

    @BeforeEach
    void create_data() {
        partner = Api.partner();
        line = Api.answered(
                        as(admin())
                                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/product-lines"),
                        201)
                .path("id")
                .asText();
    }

    @AfterEach
    void restore_policy() {
        policy("").statusCode(200);
    }

    /** Rules for the product line of this test only. */
    private ValidatableResponse policy(String... rules) {
        return as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"rules\": [%s]}"
                        .formatted(String.join(
                                ", ",
                                Stream.of(rules)
                                        .map(rule -> rule.replace("$line", "\"productLineIds\": [\"" + line + "\"]"))
                                        .toList())))
                .patch("/api/v1/approval-policy")
                .then();
    }

    private static String name() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "")
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    }

    private String brought(Person by, String customer, int value) {
        return Api.answered(
                        as(by).body(("{\"topic\": \"Oma leid\", \"customer\": {\"name\": \"%s\", "
                                                + "\"country\": \"EE\"}, \"value\": {\"estimated\": {\"amount\": %d, "
                                                + "\"currency\": \"EUR\"}}}")
                                        .formatted(customer, value))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
    }

    private String registered(String opportunity) {
        return Api.answered(
                        as(partner.seller())
                                .body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                                .post("/api/v1/opportunities/{id}/deal-registration", opportunity),
                        201)
                .path("id")
                .asText();
    }

    private ValidatableResponse registration(Person by, String id) {
        return as(by).get("/api/v1/deal-registrations/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse move(Person by, String id, String verb, String body) {
        return as(by).body(body)
                .post("/api/v1/deal-registrations/{id}/{verb}", id, verb)
                .then();
    }

    private ValidatableResponse check(int value) {
        return check(value, "EUR");
    }

    private ValidatableResponse check(int value, String currency) {
        return as(partner.seller())
                .body("""
                {"customer": {"name": "%s", "country": "EE"}, "productLineIds": ["%s"], "estimatedValue": {"amount": \
                %d, "currency": "%s"}}""".formatted(name(), line, value, currency))
                .post("/api/v1/deal-registrations/check")
                .then()
                .statusCode(200);
    }

    @Test
    void several_approvers_decide_in_order_and_nobody_twice() throws SQLException {
        Person manager = Api.staff("CHANNEL_MANAGER");
        Person director = Api.staff("ADMIN");
        policy(("{\"name\": \"Suured\", $line, \"valueFrom\": 1000, \"exclusivityDays\": 30, "
                                + "\"steps\": [{\"approver\": \"PERSON\", \"userId\": \"%s\"}, {\"approver\": "
                                + "\"ADMIN\"}]}")
                        .formatted(manager.id()))
                .statusCode(200);
        String opportunity = brought(partner.seller(), name(), 5000);
        String id = registered(opportunity);
        registration(partner.seller(), id)
                .body(
                        "approval.steps.approver",
                        contains("PERSON", "ADMIN"),
                        "approval.steps[0].person.id",
                        is(manager.id()),
                        "approval.rule",
                        nullValue(),
                        "approval.automatic",
                        is(false));
        registration(manager, id).body("approval.rule", is("Suured"), "actions", hasItem("APPROVE"));
        Person other = Api.staff("CHANNEL_MANAGER");
        registration(other, id).body("actions", empty());
        move(other, id, "approve", "{}").statusCode(403).body("code", is("deal-registration.not-your-step"));
        move(other, id, "reject", "{\"reasonCode\": \"OTHER\", \"reason\": \"x\"}")
                .statusCode(403)
                .body("code", is("deal-registration.not-your-step"));
        as(manager).get("/api/v1/notifications").then().body("items.kind", hasItem("REGISTRATION_SUBMITTED"));
        as(other).get("/api/v1/notifications").then().body("items", empty());

        move(manager, id, "approve", "{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors[0].pointer", is("/exclusiveUntil"));
        move(manager, id, "approve", "{}")
                .statusCode(200)
                .body(
                        "status",
                        is("SUBMITTED"),
                        "approval.steps[0].decidedBy.id",
                        is(manager.id()),
                        "approval.steps[1].decidedBy",
                        nullValue(),
                        "actions",
                        empty(),
                        "exclusivity",
                        nullValue());
        as(partner.seller())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("PENDING_APPROVAL"));
        move(manager, id, "approve", "{}").statusCode(403);
        as(director).get("/api/v1/notifications").then().body("items.kind", hasItem("REGISTRATION_SUBMITTED"));
        move(director, id, "approve", "{}")
                .statusCode(200)
                .body("status", is("APPROVED"), "approval.steps.decidedBy.id", contains(manager.id(), director.id()));
        Instant until = Instant.parse(registration(director, id).extract().path("exclusivity.until"));
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(30)));
        as(partner.seller())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body(
                        "items.event",
                        hasItems(
                                "REGISTRATION_SUBMITTED",
                                "REGISTRATION_STEP_APPROVED",
                                "REGISTRATION_APPROVED",
                                "APPROVED"));

        try (var owner = SuperuserConnection.connection();
                var twice = owner.prepareStatement(
                        "update deal_registration_step set decided_by = ? where registration_id = ? "
                                + "and position = 1")) {
            twice.setObject(1, UUID.fromString(manager.id()));
            twice.setObject(2, UUID.fromString(id));
            assertThatThrownBy(twice::executeUpdate).hasMessageContaining("deal_registration_step_decided_by_key");
        }
    }

    @Test
    void a_resubmission_follows_the_current_rules() {
        Person manager = Api.staff("CHANNEL_MANAGER");
        policy("{\"name\": \"Kaks\", $line, \"steps\": [{\"approver\": "
                        + "\"CHANNEL_MANAGER\"}, {\"approver\": \"ADMIN\"}]}")
                .statusCode(200);
        String id = registered(brought(partner.seller(), name(), 5));
        policy("{\"name\": \"Üks\", $line, \"steps\": [{\"approver\": \"ADMIN\"}]}")
                .statusCode(200);
        registration(admin(), id)
                .body("approval.rule", is("Kaks"), "approval.steps.approver", contains("CHANNEL_MANAGER", "ADMIN"));
        move(manager, id, "approve", "{}").statusCode(200);
        move(admin(), id, "request-information", "{\"fields\": [\"OTHER\"], \"reason\": \"x\"}")
                .statusCode(200);
        move(partner.seller(), id, "resubmit", "{\"comment\": \"Märtsis\"}")
                .statusCode(200)
                .body("approval.steps.approver", contains("ADMIN"), "approval.steps[0].decidedBy", nullValue());
        registration(admin(), id).body("approval.rule", is("Üks"));
        move(manager, id, "approve", "{}").statusCode(403);
    }

    @Test
    void a_changed_value_can_change_the_approvers() {
        Person manager = Api.staff("CHANNEL_MANAGER");
        policy(
                        "{\"name\": \"Keskmised\", $line, \"valueFrom\": 100, \"valueTo\": 1000, "
                                + "\"steps\": [{\"approver\": \"CHANNEL_MANAGER\"}, {\"approver\": \"ADMIN\"}]}",
                        ("{\"name\": \"Suured\", $line, \"valueFrom\": 1000, \"steps\": [{\"approver\": \"PERSON\","
                                        + " \"userId\": \"%s\"}, {\"approver\": \"ADMIN\"}]}")
                                .formatted(manager.id()),
                        "{\"name\": \"Väikesed\", $line, \"steps\": []}")
                .statusCode(200);
        String opportunity = brought(partner.seller(), name(), 900);
        String id = registered(opportunity);
        Person other = Api.staff("CHANNEL_MANAGER");
        move(other, id, "approve", "{}").statusCode(200).body("approval.steps[0].decidedBy.id", is(other.id()));
        worth(opportunity, 950);
        registration(admin(), id)
                .body("approval.rule", is("Keskmised"), "approval.steps[0].decidedBy.id", is(other.id()));

        worth(opportunity, 50_000);
        registration(admin(), id)
                .body(
                        "approval.rule",
                        is("Suured"),
                        "status",
                        is("SUBMITTED"),
                        "approval.steps[0].person.id",
                        is(manager.id()),
                        "approval.steps.decidedBy",
                        contains(nullValue(), nullValue()));
        as(manager).get("/api/v1/notifications").then().body("items.kind", hasItem("REGISTRATION_SUBMITTED"));
        as(partner.seller())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items.event", hasItem("REGISTRATION_REROUTED"));
        move(other, id, "approve", "{}").statusCode(403).body("code", is("deal-registration.not-your-step"));
        // A registration under review is not approved automatically, even if its value is small now.
        worth(opportunity, 5);
        registration(admin(), id).body("approval.rule", is("Suured"), "approval.automatic", is(false));
    }

    private void worth(String opportunity, int value) {
        as(partner.seller())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"value\": {\"estimated\": {\"amount\": %d, \"currency\": \"EUR\"}}}".formatted(value))
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
    }

    @Test
    void a_value_without_an_exchange_rate_is_approved_like_the_largest() {
        policy(
                "{\"name\": \"Väikesed\", $line, \"valueTo\": 1000, \"steps\": []}",
                "{\"name\": \"Suured\", $line, \"valueFrom\": 100000, \"steps\": "
                        + "[{\"approver\": \"CHANNEL_MANAGER\"}, {\"approver\": \"ADMIN\"}]}");
        check(900, "VND")
                .body("approval.automatic", is(false), "approval.steps.approver", contains("CHANNEL_MANAGER", "ADMIN"));
        check(900, "EUR").body("approval.automatic", is(true));
    }

    @Test
    void a_registration_without_conflicts_is_approved_automatically() throws SQLException {
        policy(
                "{\"name\": \"Väikesed\", $line, \"valueTo\": 1000, \"steps\": []}",
                "{\"name\": \"Muud\", $line, \"steps\": [{\"approver\": \"PARTNERS_CHANNEL_MANAGER\"}]}");
        check(900).body("result", is("FREE"), "approval.automatic", is(true), "approval.steps", empty());
        check(1001)
                .body(
                        "approval.automatic",
                        is(false),
                        "approval.steps.approver",
                        contains("PARTNERS_CHANNEL_MANAGER"),
                        "approval.decideBy",
                        notNullValue());
        as(sales())
                .body("{\"customer\": {\"name\": \"%s\", \"country\": \"EE\"}}".formatted(name()))
                .post("/api/v1/deal-registrations/check")
                .then()
                .body("approval", nullValue());

        String name = name();
        String opportunity = brought(partner.seller(), name, 900);
        String id = registered(opportunity);
        ShiftedClock.await(HAPPENED, UUID.fromString(opportunity), "REGISTRATION_APPROVED");
        registration(partner.seller(), id)
                .body(
                        "status",
                        is("APPROVED"),
                        "approval.automatic",
                        is(true),
                        "decision.decidedBy",
                        nullValue(),
                        "decision.decidedAt",
                        notNullValue());
        as(partner.seller())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("ACCEPTED"));

        // A customer with a very similar name: a user decides.
        Company otherPartner = Api.partner();
        String theirs = Api.answered(
                        as(otherPartner.seller())
                                .body(("{\"topic\": \"Leid\", \"customer\": {\"name\": \"%s\", "
                                                + "\"country\": \"EE\"}, \"value\": {\"estimated\": {\"amount\": 5, "
                                                + "\"currency\": \"EUR\"}}}")
                                        .formatted(name()))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        String code = "E" + name.substring(0, 10);
        String customer = as(otherPartner.admin())
                .get("/api/v1/opportunities/{id}", theirs)
                .path("customer.id");
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"direct\": true, \"profile\": {\"registryCode\": \"%s\"}}".formatted(code))
                .patch("/api/v1/customers/{id}", customer)
                .then()
                .statusCode(200);
        String waits = Api.answered(
                        as(otherPartner.seller())
                                .body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                                .post("/api/v1/opportunities/{id}/deal-registration", theirs),
                        201)
                .path("id")
                .asText();
        ShiftedClock.await(HAPPENED, UUID.fromString(theirs), "REGISTRATION_REFERRED");
        registration(admin(), waits)
                .body(
                        "status",
                        is("SUBMITTED"),
                        "approval.automatic",
                        is(false),
                        "approval.steps.approver",
                        contains("CHANNEL_MANAGER"),
                        "actions",
                        hasItem("APPROVE"));
    }

    @Test
    void tier_and_territory_select_the_rule() {
        String tier = Api.answered(
                        as(admin())
                                .body("{\"name\": \"%s\", \"level\": 2, \"answerHours\": 24}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/tiers"),
                        201)
                .path("id")
                .asText();
        String country = Api.answered(
                        as(admin())
                                .body("{\"name\": \"%s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/territories"),
                        201)
                .path("id")
                .asText();
        String town = Api.answered(
                        as(admin())
                                .body("{\"name\": \"%s\", \"parentId\": \"%s\"}".formatted(UUID.randomUUID(), country))
                                .post("/api/v1/territories"),
                        201)
                .path("id")
                .asText();
        String tierOnly = "{\"name\": \"Tase\", $line, \"tierIds\": [\"%s\"], \"steps\": []}".formatted(tier);
        String placeOnly =
                "{\"name\": \"Koht\", $line, \"territoryIds\": [\"%s\"], \"steps\": [{\"approver\": \"ADMIN\"}]}"
                        .formatted(country);
        policy(tierOnly, placeOnly)
                .statusCode(200)
                .body(
                        "rules.name",
                        contains("Tase", "Koht"),
                        "rules[0].tiers.id",
                        contains(tier),
                        "rules[1].territories.id",
                        contains(country));
        check(1).body("approval.steps.approver", contains("CHANNEL_MANAGER"));
        edit("{\"territoryIds\": [\"%s\"]}".formatted(town));
        check(1).body("approval.steps.approver", contains("ADMIN"));
        edit("{\"tierId\": \"%s\"}".formatted(tier));
        check(1).body("approval.automatic", is(true));
        String opportunity = brought(partner.seller(), name(), 1);
        as(partner.seller())
                .body(("{\"customer\": {\"name\": \"%s\", \"country\": \"EE\"}, \"productLineIds\": "
                                + "[\"%s\"], \"opportunityId\": \"%s\"}")
                        .formatted(name(), line, opportunity))
                .post("/api/v1/deal-registrations/check")
                .then()
                .statusCode(200)
                .body("approval.automatic", is(true));
        as(Api.partner().seller())
                .body(("{\"customer\": {\"name\": \"%s\", \"country\": \"EE\"}, \"productLineIds\": "
                                + "[\"%s\"], \"opportunityId\": \"%s\"}")
                        .formatted(name(), line, opportunity))
                .post("/api/v1/deal-registrations/check")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/opportunityId"));
    }

    private void edit(String programme) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"programme\": %s}".formatted(programme))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
    }

    @Test
    void approvers_are_reminded_before_the_decision_is_overdue() throws SQLException {
        Person manager = Api.staff("CHANNEL_MANAGER");
        policy("{\"name\": \"Üks\", $line, \"steps\": [{\"approver\": \"PERSON\", \"userId\": \"%s\"}]}"
                        .formatted(manager.id()))
                .statusCode(200);
        String opportunity = brought(partner.seller(), name(), 5);
        registered(opportunity);
        ShiftedClock.forward(Duration.ofHours(13), HAPPENED, UUID.fromString(opportunity), "REGISTRATION_DUE");
        as(manager)
                .get("/api/v1/notifications")
                .then()
                .body("items.kind", hasItem("REGISTRATION_DUE"))
                .body("items.kind", not(hasItem("REGISTRATION_OVERDUE")));
    }

    @Test
    void approvers_find_their_registrations() {
        Person manager = Api.staff("CHANNEL_MANAGER");
        Person other = Api.staff("CHANNEL_MANAGER");
        policy(("{\"name\": \"Kaks\", $line, \"steps\": [{\"approver\": \"PERSON\", "
                                + "\"userId\": \"%s\"}, {\"approver\": \"CHANNEL_MANAGER\"}]}")
                        .formatted(manager.id()))
                .statusCode(200);
        String id = registered(brought(partner.seller(), name(), 5));
        queue(manager).body("items.id", contains(id));
        queue(other).body("items", empty());
        queue(admin()).body("items.id", contains(id));
        queue(sales()).body("items", empty());
        queue(partner.admin()).body("items", empty());
        move(manager, id, "approve", "{}").statusCode(200);
        queue(manager).body("items", empty());
        queue(other).body("items.id", contains(id)).body("total", is(1));
        move(other, id, "approve", "{}").statusCode(200);
        queue(other).body("items", empty());
    }

    private ValidatableResponse queue(Person who) {
        return as(who).queryParam("decidable", true)
                .queryParam("partnerId", partner.id())
                .queryParam("count", true)
                .get("/api/v1/deal-registrations")
                .then()
                .statusCode(200);
    }

    @Test
    void administrators_replace_approvers_who_have_left() throws SQLException {
        Person manager = Api.staff("CHANNEL_MANAGER");
        Person director = Api.staff("ADMIN");
        policy("{\"name\": \"Üks\", $line, \"steps\": [{\"approver\": \"PERSON\", \"userId\": \"%s\"}]}"
                        .formatted(manager.id()))
                .statusCode(200);
        registered(brought(partner.seller(), name(), 5));
        as(director).get("/api/v1/notifications").then().body("items.kind", not(hasItem("REGISTRATION_SUBMITTED")));
        // Deactivated before a successor was asked for.
        try (var owner = SuperuserConnection.connection();
                var leave = owner.prepareStatement("update app_user set status = 'DEACTIVATED' where id = ?")) {
            leave.setObject(1, UUID.fromString(manager.id()));
            leave.executeUpdate();
        }
        String id = registered(brought(partner.seller(), name(), 5));
        as(director).get("/api/v1/notifications").then().body("items.kind", hasItem("REGISTRATION_SUBMITTED"));
        move(director, id, "approve", "{}").statusCode(200).body("status", is("APPROVED"));
    }

    @Test
    void rules_are_replaced_together_and_errors_are_reported() {
        policy("{\"name\": \"A\", \"valueFrom\": 5, \"valueTo\": 4, \"steps\": []}")
                .statusCode(422)
                .body("errors[0].pointer", is("/rules/0/valueTo"));
        policy("{\"name\": \"A\", \"tierIds\": [\"%s\"], \"steps\": []}".formatted(UUID.randomUUID()))
                .statusCode(422)
                .body("errors[0].pointer", is("/rules/0/tierIds"));
        policy(
                        "{\"name\": \"A\", $line, \"steps\": [{\"approver\": \"ADMIN\"}]}",
                        "{\"name\": \"B\", \"steps\": [{\"approver\": \"PERSON\"}]}")
                .statusCode(422)
                .body("errors[0].pointer", is("/rules/1/steps/0/userId"));
        policy("{\"name\": \"A\", $line, \"steps\": [{\"approver\": \"PERSON\", \"userId\": \"%s\"}]}"
                        .formatted(partner.admin().id()))
                .statusCode(422)
                .body("errors[0].pointer", is("/rules/0/steps/0/userId"));
        policy("{\"name\": \"A\", $line, \"steps\": [{\"approver\": \"PERSON\", \"userId\": \"%s\"}]}"
                        .formatted(sales().id()))
                .statusCode(422)
                .body("errors[0].pointer", is("/rules/0/steps/0/userId"));
        policy("").statusCode(200);
        int before = as(sales())
                .get("/api/v1/approval-policy")
                .then()
                .statusCode(200)
                .body("rules", empty())
                .extract()
                .path("version");
        policy("{\"name\": \" Üks \", $line, \"steps\": []}")
                .statusCode(200)
                .body("rules.name", contains("Üks"), "version", greaterThan(before));
        as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"" + before + "\"")
                .body("{\"rules\": []}")
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(412);
        as(sales()).get("/api/v1/approval-policy").then().body("rules.productLines.flatten().id", contains(line));
    }
}
