package ee.sild.registration.scope;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** An approved registration keeps its scope until a material change of its opportunity is approved, too. */
@QuarkusTest
class ScopeChangeTest {

    private static final String HAPPENED =
            "select exists (select from opportunity_event where opportunity_id = ? and kind = ?)";

    private Company partner;
    private Person manager;
    private String line;
    private String customer;

    @BeforeEach
    void create_data() {
        partner = Api.partner().createAll();
        manager = Api.staff("CHANNEL_MANAGER");
        line = line();
        customer = letters();
        policy(
                20,
                "{\"name\": \"Ise\", $line, \"valueTo\": 20000, \"steps\": []}",
                "{\"name\": \"Suured\", $line, \"valueFrom\": 100000, \"steps\": [{\"approver\": "
                        + "\"CHANNEL_MANAGER\"}, {\"approver\": \"ADMIN\"}]}");
    }

    @AfterEach
    void restore_policy() {
        policy(20);
    }

    private static String line() {
        return Api.answered(
                        as(admin())
                                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/product-lines"),
                        201)
                .path("id")
                .asText();
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "")
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    }

    private void policy(int percent, String... rules) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"materialChangePercent\": %d, \"rules\": [%s]}"
                        .formatted(
                                percent,
                                String.join(
                                        ", ",
                                        Stream.of(rules)
                                                .map(rule ->
                                                        rule.replace("$line", "\"productLineIds\": [\"" + line + "\"]"))
                                                .toList())))
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200)
                .body("materialChangePercent", is(percent));
    }

    /** The id of a partner's opportunity, worth this many euros. */
    private static String brought(Company by, String customer, Integer euros, String... lines) {
        String value =
                euros == null ? "{}" : "{\"estimated\": {\"amount\": %d, \"currency\": \"EUR\"}}".formatted(euros);
        String ids = String.join("\", \"", lines);
        return Api.answered(
                        as(by.seller())
                                .body("""
                {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE"}, "value": %s,
                 "classification": {"productLineIds": [%s]}}""".formatted(customer, value, ids.isEmpty() ? "" : "\"" + ids + "\""))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
    }

    private static String registered(Company by, String opportunity, String line) {
        return Api.answered(
                        as(by.seller())
                                .body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                                .post("/api/v1/opportunities/{id}/deal-registration", opportunity),
                        201)
                .path("id")
                .asText();
    }

    private String approved(String opportunity) {
        String id = registered(partner, opportunity, line);
        move(manager, id, "approve", "{}").statusCode(200);
        return id;
    }

    private static ValidatableResponse move(Person by, String id, String verb, String body) {
        return as(by).body(body)
                .post("/api/v1/deal-registrations/{id}/{verb}", id, verb)
                .then();
    }

    private static ValidatableResponse registration(Person by, String id) {
        return as(by).get("/api/v1/deal-registrations/{id}", id).then().statusCode(200);
    }

    private static void edit(Person by, String opportunity, String patch) {
        as(by).contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(patch)
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
    }

    private static String worth(int euros) {
        return "{\"value\": {\"estimated\": {\"amount\": %d, \"currency\": \"EUR\"}}}".formatted(euros);
    }

    private static ValidatableResponse timeline(Person by, String opportunity) {
        return as(by).get("/api/v1/opportunities/{id}/timeline", opportunity).then();
    }

    private static ValidatableResponse notifications(Person of) {
        return as(of).get("/api/v1/notifications").then().statusCode(200);
    }

    @Test
    void a_larger_value_waits_while_what_was_approved_holds() throws SQLException {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        String until = registration(manager, id).extract().path("exclusivity.until");
        edit(partner.seller(), opportunity, worth(500_000));
        for (Person reader : new Person[] {partner.seller(), partner.admin(), manager, admin(), sales()}) {
            registration(reader, id)
                    .body(
                            "status",
                            is("APPROVED"),
                            "scope.value.amount",
                            is(33_000f),
                            "change.value.amount",
                            is(500_000f),
                            "change.productLines.id",
                            contains(line),
                            "change.requestedBy.id",
                            is(partner.seller().id()),
                            "approval.steps.approver",
                            contains("CHANNEL_MANAGER", "ADMIN"),
                            "approval.steps.decidedBy",
                            contains(nullValue(), nullValue()),
                            "approval.decideBy",
                            notNullValue(),
                            "exclusivity.until",
                            is(until));
        }
        registration(partner.seller(), id).body("actions", hasItem("WITHDRAW_CHANGE"));
        registration(manager, id).body("actions", hasItems("APPROVE_CHANGE", "REJECT_CHANGE"));
        registration(sales(), id).body("actions", empty());
        notifications(manager)
                .body(
                        "items.find { it.reasonCode == 'REGISTRATION_CHANGE_REQUESTED' }.kind",
                        is("REGISTRATION_SUBMITTED"));
        timeline(partner.seller(), opportunity).body("items.event", hasItem("REGISTRATION_CHANGE_REQUESTED"));
        as(manager)
                .get("/api/v1/deal-registrations?decidable=true&limit=100")
                .then()
                .body("items.id", hasItem(id));
        as(manager)
                .get("/api/v1/deal-registrations?changeRequested=true&limit=100")
                .then()
                .body("items.id", hasItem(id));

        move(manager, id, "approve-change", "")
                .statusCode(200)
                .body(
                        "scope.value.amount",
                        is(33_000f),
                        "change",
                        notNullValue(),
                        "actions",
                        not(hasItem("APPROVE_CHANGE")));
        move(manager, id, "approve-change", "").statusCode(403).body("code", is("deal-registration.not-your-step"));
        move(admin(), id, "approve-change", "")
                .statusCode(200)
                .body(
                        "status",
                        is("APPROVED"),
                        "scope.value.amount",
                        is(500_000f),
                        "change",
                        nullValue(),
                        "approval.steps.decidedBy.id",
                        contains(manager.id(), admin().id()),
                        "decision.decidedBy.id",
                        is(admin().id()),
                        "exclusivity.until",
                        is(until));
        notifications(partner.seller()).body("items.reasonCode", hasItem("REGISTRATION_CHANGE_APPROVED"));
        move(admin(), id, "approve-change", "").statusCode(409).body("code", is("deal-registration.no-change"));
        as(manager)
                .get("/api/v1/deal-registrations?changeRequested=true&limit=100")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    @Test
    void a_rejected_change_leaves_what_was_approved_and_says_so() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(60_000));
        move(manager, id, "reject-change", "{\"reasonCode\": \"OTHER\", \"reason\": \"Ei ole usutav\"}")
                .statusCode(200)
                .body(
                        "status",
                        is("APPROVED"),
                        "scope.value.amount",
                        is(33_000f),
                        "change",
                        nullValue(),
                        "decision.reasonCode",
                        is("OTHER"),
                        "decision.reason",
                        is("Ei ole usutav"));
        notifications(partner.seller()).body("items.reasonCode", hasItem("REGISTRATION_CHANGE_REJECTED"));
        timeline(partner.seller(), opportunity)
                .body("items.find { it.event == 'REGISTRATION_CHANGE_REJECTED' }.details.reason", is("Ei ole usutav"));
        // What bears on nothing asks for nothing; a new value asks again.
        edit(partner.seller(), opportunity, "{\"topic\": \"Teine teema\"}");
        registration(manager, id).body("change", nullValue());
        edit(partner.seller(), opportunity, worth(61_000));
        registration(manager, id).body("change.value.amount", is(61_000f));
    }

    @Test
    void a_partner_withdraws_a_change_or_undoes_it() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(60_000));
        move(manager, id, "withdraw-change", "").statusCode(403);
        as(Api.partner().seller())
                .body("")
                .post("/api/v1/deal-registrations/{id}/withdraw-change", id)
                .then()
                .statusCode(404);
        move(partner.seller(), id, "withdraw-change", "")
                .statusCode(200)
                .body("change", nullValue(), "scope.value.amount", is(33_000f), "status", is("APPROVED"));
        move(partner.seller(), id, "withdraw-change", "")
                .statusCode(409)
                .body("code", is("deal-registration.no-change"));

        edit(partner.seller(), opportunity, worth(70_000));
        edit(partner.seller(), opportunity, worth(33_500));
        registration(manager, id).body("change", nullValue(), "scope.value.amount", is(33_000f));
        timeline(partner.seller(), opportunity).body("items.event", hasItem("REGISTRATION_CHANGE_WITHDRAWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "33000, 39600, false",
        "33000, 39601, true",
        "33000, 26400, false",
        "33000, 26399, true",
        "95000, 100001, true",
        "21000, 20000, true"
    })
    void more_than_the_set_share_or_another_rule_is_material(int before, int after, boolean material) {
        String opportunity = brought(partner, customer, before, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(after));
        registration(manager, id)
                .body(
                        "scope.value.amount",
                        material ? is((float) before) : notNullValue(),
                        "change",
                        material ? notNullValue() : nullValue());
    }

    @Test
    void small_steps_add_up_from_what_was_approved() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(38_000));
        registration(manager, id).body("change", nullValue(), "scope.value.amount", is(33_000f));
        edit(partner.seller(), opportunity, worth(43_000));
        registration(manager, id).body("change.value.amount", is(43_000f));
    }

    @Test
    void the_vendor_sets_the_share() {
        policy(200);
        String opportunity = brought(partner, customer, 10_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(30_000));
        registration(manager, id).body("change", nullValue());
        edit(partner.seller(), opportunity, worth(30_001));
        registration(manager, id).body("change.value.amount", is(30_001f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\": {\"currency\": \"SEK\"}}", "{\"value\": {\"estimated\": null}}"})
    void a_currency_that_moves_the_worth_and_a_removed_value_are_material(String patch) {
        rate("SEK", "11.2");
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, patch);
        registration(partner.seller(), id)
                .body("change", notNullValue(), "scope.value.currency", is("EUR"), "scope.value.amount", is(33_000f));
    }

    @Test
    void a_currency_that_keeps_the_worth_is_not_material_and_one_without_rate_is() {
        rate("SEK", "11.2");
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(
                partner.seller(),
                opportunity,
                "{\"value\": {\"estimated\": {\"amount\": 369600, \"currency\": \"SEK\"}}}");
        registration(partner.seller(), id).body("change", nullValue(), "scope.value.currency", is("EUR"));
        edit(partner.seller(), opportunity, "{\"value\": {\"estimated\": {\"amount\": 33000, \"currency\": \"MGA\"}}}");
        registration(partner.seller(), id).body("change.value.currency", is("MGA"));
    }

    private static void rate(String currency, String rate) {
        as(admin())
                .body("{\"currency\": \"%s\", \"validFrom\": \"2020-01-01\", \"rate\": %s}".formatted(currency, rate))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
    }

    @Test
    void other_product_lines_are_covered_once_they_are_approved() throws SQLException {
        String more = line();
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(
                partner.seller(),
                opportunity,
                "{\"classification\": {\"productLineIds\": [\"%s\", \"%s\"]}}".formatted(line, more));
        registration(partner.seller(), id)
                .body("productLines.id", contains(line), "change.productLines.id", containsInAnyOrder(line, more));
        // Another partner can still win what is only asked for.
        Company other = Api.partner();
        String theirs = registered(other, brought(other, customer, 33_000, more), more);
        move(manager, id, "approve-change", "")
                .statusCode(200)
                .body("productLines.id", containsInAnyOrder(line, more), "change", nullValue());
        try (var owner = SuperuserConnection.connection();
                var covered = owner.prepareStatement("""
                        select count(*) from deal_registration_product_line
                         where registration_id = ? and exclusive @> now()""")) {
            covered.setObject(1, UUID.fromString(id));
            var rows = covered.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
        registration(manager, theirs).body("status", is("SUBMITTED"));
        // Removing a line asks, too.
        edit(partner.seller(), opportunity, "{\"classification\": {\"productLineIds\": [\"%s\"]}}".formatted(more));
        registration(partner.seller(), id).body("change.productLines.id", contains(more));
        edit(partner.seller(), opportunity, "{\"classification\": {\"productLineIds\": []}}");
        registration(partner.seller(), id).body("change", nullValue(), "productLines.id", hasItems(line, more));
    }

    @Test
    void a_line_that_another_partner_has_won_meanwhile_cannot_be_approved() {
        String more = line();
        String code = "E" + letters().substring(0, 10);
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        name(opportunity, partner, code);
        edit(
                partner.seller(),
                opportunity,
                "{\"classification\": {\"productLineIds\": [\"%s\", \"%s\"]}}".formatted(line, more));
        Company other = Api.partner();
        String found = brought(other, customer, 33_000, more);
        String theirs = registered(other, found, more);
        move(manager, theirs, "approve", "{}").statusCode(200);

        merge(opportunity, found);
        registration(manager, id).body("change.productLines.id", hasItem(more), "status", is("APPROVED"));
        move(manager, id, "approve-change", "").statusCode(409).body("code", is("deal-registration.taken"));
        registration(manager, id).body("productLines.id", contains(line), "change", notNullValue());
        registration(manager, theirs).body("status", is("APPROVED"), "productLines.id", contains(more));
    }

    private static void name(String opportunity, Company of, String code) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"profile\": {\"registryCode\": \"%s\"}}".formatted(code))
                .patch("/api/v1/customers/{id}", customerOf(opportunity))
                .then()
                .statusCode(200);
    }

    private static String customerOf(String opportunity) {
        return as(admin()).get("/api/v1/opportunities/{id}", opportunity).path("customer.id");
    }

    private static void merge(String kept, String gone) {
        as(admin())
                .header("If-Match", "*")
                .body("{\"duplicateId\": \"%s\", \"take\": []}".formatted(customerOf(gone)))
                .post("/api/v1/customers/{id}/merge", customerOf(kept))
                .then()
                .statusCode(200);
    }

    @Test
    void nobody_decides_on_their_own_change() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(manager, opportunity, worth(60_000));
        registration(manager, id)
                .body("change.requestedBy.id", is(manager.id()), "actions", not(hasItem("APPROVE_CHANGE")));
        move(manager, id, "approve-change", "").statusCode(403).body("code", is("deal-registration.own"));
        as(manager)
                .get("/api/v1/deal-registrations?decidable=true&limit=100")
                .then()
                .body("items.id", not(hasItem(id)));
        notifications(partner.seller()).body("items.reasonCode", hasItem("REGISTRATION_CHANGE_REQUESTED"));
        move(admin(), id, "approve-change", "").statusCode(200).body("scope.value.amount", is(60_000f));
    }

    @Test
    void a_later_change_replaces_the_pending_one_and_starts_its_approval_again() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(500_000));
        int seen = registration(manager, id).extract().path("version");
        move(manager, id, "approve-change", "").statusCode(200);
        edit(partner.seller(), opportunity, worth(900_000));
        registration(manager, id)
                .body(
                        "change.value.amount",
                        is(900_000f),
                        "approval.steps.decidedBy",
                        contains(nullValue(), nullValue()));
        as(manager)
                .header("If-Match", "\"" + seen + "\"")
                .body("")
                .post("/api/v1/deal-registrations/{id}/approve-change", id)
                .then()
                .statusCode(412);
    }

    @Test
    void an_edit_under_review_is_not_approved_unseen() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = registered(partner, opportunity, line);
        int seen = registration(manager, id)
                .body("scope.value.amount", is(33_000f))
                .extract()
                .path("version");
        edit(partner.seller(), opportunity, worth(90_000));
        as(manager)
                .header("If-Match", "\"" + seen + "\"")
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", id)
                .then()
                .statusCode(412);
        move(manager, id, "approve", "{}").statusCode(200).body("scope.value.amount", is(90_000f));
    }

    @Test
    void a_change_to_a_rule_without_steps_is_approved_automatically() throws SQLException {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(15_000));
        ShiftedClock.await(HAPPENED, UUID.fromString(opportunity), "REGISTRATION_CHANGE_APPROVED");
        registration(partner.seller(), id)
                .body(
                        "scope.value.amount",
                        is(15_000f),
                        "change",
                        nullValue(),
                        "decision.decidedBy",
                        nullValue(),
                        "decision.decidedAt",
                        notNullValue());
        // What was approved automatically is approved by people once it is large.
        edit(partner.seller(), opportunity, worth(900_000));
        registration(partner.seller(), id)
                .body(
                        "scope.value.amount",
                        is(15_000f),
                        "approval.steps.approver",
                        contains("CHANNEL_MANAGER", "ADMIN"));
    }

    @Test
    void approvers_are_reminded_of_a_change_and_it_escalates() throws SQLException {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = registered(partner, opportunity, line);
        move(manager, id, "approve", "{\"exclusiveUntil\": \"2098-01-01T00:00:00Z\"}")
                .statusCode(200);
        edit(partner.seller(), opportunity, worth(60_000));
        Person later = Api.staff("CHANNEL_MANAGER");
        ShiftedClock.forward(Duration.ofDays(14), HAPPENED, UUID.fromString(opportunity), "REGISTRATION_OVERDUE");
        try (var owner = SuperuserConnection.connection();
                var told = owner.prepareStatement(
                        "select count(distinct kind) from notification where user_id = ? and opportunity_id = ? "
                                + "and kind in ('REGISTRATION_DUE', 'REGISTRATION_OVERDUE')")) {
            told.setObject(1, UUID.fromString(later.id()));
            told.setObject(2, UUID.fromString(opportunity));
            var rows = told.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "revoke"})
    void the_end_of_exclusivity_drops_the_change_and_reopening_brings_nothing_back(String how) {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        edit(partner.seller(), opportunity, worth(60_000));
        if (how.equals("revoke")) {
            move(manager, id, "revoke", "{\"reason\": \"Muu\"}").statusCode(200);
        } else {
            as(partner.seller())
                    .body("""
                    {"outcome": "WON", "actualValue": {"amount": 900000, "currency": "EUR"}, "closedOn": \
                    "2026-01-05"}""")
                    .post("/api/v1/opportunities/{id}/close", opportunity)
                    .then()
                    .statusCode(200);
            as(admin())
                    .body("{\"reason\": \"Ekslik\"}")
                    .post("/api/v1/opportunities/{id}/reopen", opportunity)
                    .then()
                    .statusCode(200);
        }
        registration(partner.seller(), id)
                .body(
                        "status",
                        is(how.equals("revoke") ? "REVOKED" : "CLOSED"),
                        "change",
                        nullValue(),
                        "scope.value.amount",
                        is(33_000f));
        edit(partner.seller(), opportunity, worth(95_000));
        registration(partner.seller(), id).body("change", nullValue());
    }

    @Test
    void renewed_exclusivity_does_not_cover_what_grew_meanwhile() throws SQLException {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        try (var owner = SuperuserConnection.connection();
                var expire = owner.prepareStatement("""
                        update deal_registration set status = 'EXPIRED', exclusive_from = now() - interval '90 days',
                          exclusive_until = now() - interval '1 day' where id = ?""")) {
            expire.setObject(1, UUID.fromString(id));
            expire.executeUpdate();
        }
        edit(partner.seller(), opportunity, worth(500_000));
        registration(manager, id).body("change", nullValue());
        move(manager, id, "postpone", "{\"exclusiveUntil\": \"2098-01-01T00:00:00Z\"}")
                .statusCode(200)
                .body("status", is("APPROVED"), "scope.value.amount", is(33_000f), "change.value.amount", is(500_000f));
    }

    @Test
    void a_collaborators_edit_asks_as_well() {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = approved(opportunity);
        Company other = Api.partner().createAll();
        as(sales())
                .body("{}")
                .put("/api/v1/opportunities/{id}/collaborators/{partner}", opportunity, other.id())
                .then()
                .statusCode(200);
        edit(other.manager(), opportunity, worth(500_000));
        registration(manager, id).body("change.value.amount", is(500_000f), "scope.value.amount", is(33_000f));
        registration(partner.manager(), id).body("change.value.amount", is(500_000f));
        as(other.manager()).get("/api/v1/deal-registrations/{id}", id).then().statusCode(404);
    }

    @Test
    void the_database_knows_changes_of_approved_registrations_only() throws SQLException {
        String opportunity = brought(partner, customer, 33_000, line);
        String id = registered(partner, opportunity, line);
        try (var owner = SuperuserConnection.connection();
                var change = owner.prepareStatement("""
                        update deal_registration set change_value = 1, change_currency = 'EUR',
                          change_requested_by = submitted_by, change_requested_at = now() where id = ?""");
                var impossible = owner.prepareStatement(
                        "update deal_registration set scope_value = 1.5, scope_currency = 'JPY' where id = ?")) {
            change.setObject(1, UUID.fromString(id));
            assertThatThrownBy(change::executeUpdate).hasMessageContaining("deal_registration_change_check");
            impossible.setObject(1, UUID.fromString(id));
            assertThatThrownBy(impossible::executeUpdate).hasMessageContaining("deal_registration_scope_check");
        }
    }
}
