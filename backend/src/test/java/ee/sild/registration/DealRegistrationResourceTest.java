package ee.sild.registration;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
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
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A partner gets exclusivity. Another partner does not, and learns nothing else. */
@QuarkusTest
@Tag("slow")
class DealRegistrationResourceTest {

    private static final String HAPPENED =
            "select exists (select from opportunity_event where opportunity_id = ? and kind = ?)";

    private static String line() {
        return as(admin())
                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/product-lines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A name that is similar to no other. */
    private static String name() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "")
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    }

    private static String brought(Person by, String customer) {
        return as(by).body("{\"topic\": \"Oma leid\", \"customer\": {\"name\": \"%s\", \"country\": \"EE\"}}"
                        .formatted(customer))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse register(Person by, String opportunity, String line) {
        return as(by).body("{\"productLineIds\": [\"%s\"], \"comment\": \"Tunneme neid\"}".formatted(line))
                .post("/api/v1/opportunities/{id}/deal-registration", opportunity)
                .then();
    }

    private static ValidatableResponse move(Person by, String id, String verb, String body) {
        return as(by).body(body)
                .post("/api/v1/deal-registrations/{id}/{verb}", id, verb)
                .then();
    }

    private static String registered(Person by, String customer, String line) {
        return register(by, brought(by, customer), line)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse check(Person by, String customer, String line) {
        return as(by).body("{\"customer\": {\"name\": \"%s\", \"country\": \"EE\"}, \"productLineIds\": [\"%s\"]}"
                        .formatted(customer, line))
                .post("/api/v1/deal-registrations/check")
                .then()
                .statusCode(200);
    }

    @Test
    void a_registration_from_submission_to_expiry() throws SQLException {
        Company partner = Api.partner();
        String opportunity = brought(partner.seller(), name());
        String id = register(partner.seller(), opportunity, line())
                .statusCode(201)
                .body("status", is("SUBMITTED"), "approval.decideBy", notNullValue(), "actions", contains("WITHDRAW"))
                .extract()
                .path("id");
        register(partner.seller(), opportunity, line()).statusCode(409).body("code", is("deal-registration.open"));
        as(sales())
                .get("/api/v1/deal-registrations/{id}", id)
                .then()
                .statusCode(200)
                .body("actions", empty());

        move(
                        admin(),
                        id,
                        "request-information",
                        "{\"fields\": [\"TIMEFRAME\", \"CONTACT\"], \"reason\": \"Kellega räägite?\"}")
                .statusCode(200)
                .body("status", is("RETURNED"), "decision.requestedFields", contains("CONTACT", "TIMEFRAME"));
        as(partner.admin()).get("/api/v1/dashboard").then().body("partner.registrations.returned", is(1));
        move(partner.seller(), id, "resubmit", "{\"comment\": \"Tiina Mägi, märtsis\"}")
                .statusCode(200)
                .body("status", is("SUBMITTED"), "submission.comment", is("Tiina Mägi, märtsis"));
        move(admin(), id, "approve", "{}")
                .statusCode(200)
                .body("status", is("APPROVED"), "actions", contains("REVOKE"));
        as(partner.seller())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("status", is("ACCEPTED"));
        as(partner.seller())
                .get("/api/v1/opportunities/{id}/deal-registration", opportunity)
                .then()
                .body("actions", contains("REQUEST_EXTENSION"));

        UUID on = UUID.fromString(opportunity);
        ShiftedClock.forward(Duration.ofDays(77), HAPPENED, on, "REGISTRATION_ENDING");
        String until = Instant.now().plus(Duration.ofDays(120)).toString();
        move(
                        partner.seller(),
                        id,
                        "request-extension",
                        "{\"exclusiveUntil\": \"%s\", \"reason\": \"Hange\"}".formatted(until))
                .statusCode(200)
                .body("exclusivity.extensionRequest.until", notNullValue());
        move(
                        partner.seller(),
                        id,
                        "request-extension",
                        "{\"exclusiveUntil\": \"%s\", \"reason\": \"Hange\"}".formatted(until))
                .statusCode(409)
                .body("code", is("deal-registration.extension-pending"));
        move(admin(), id, "decide-extension", "{\"granted\": false}")
                .statusCode(422)
                .body("errors[0].pointer", is("/reason"));
        move(admin(), id, "decide-extension", "{\"granted\": true}")
                .statusCode(200)
                .body("exclusivity.extensions", is(1), "exclusivity.extensionRequest", nullValue());

        ShiftedClock.forward(Duration.ofDays(121), HAPPENED, on, "REGISTRATION_EXPIRED");
        as(partner.seller()).get("/api/v1/deal-registrations/{id}", id).then().body("status", is("EXPIRED"));
        as(partner.seller())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body(
                        "items.event",
                        hasItems(
                                "REGISTRATION_SUBMITTED",
                                "REGISTRATION_RETURNED",
                                "REGISTRATION_APPROVED",
                                "REGISTRATION_ENDING",
                                "REGISTRATION_EXTENSION_REQUESTED",
                                "REGISTRATION_EXTENDED",
                                "REGISTRATION_EXPIRED"));
    }

    @Test
    void another_partner_sees_only_the_end_of_exclusivity() {
        Company first = Api.partner();
        Company otherPartner = Api.partner();
        String line = line();
        String name = name();
        check(otherPartner.seller(), name, line).body("result", is("FREE"), "conflicts", nullValue());
        String id = registered(first.seller(), name + " OÜ", line);
        check(otherPartner.seller(), name, line).body("result", is("UNDER_REVIEW"), "protectedUntil", nullValue());
        check(first.seller(), name, line).body("result", is("FREE"));
        String pending = registered(otherPartner.seller(), "AS " + name, line);
        move(admin(), id, "approve", "{}").statusCode(200);

        check(otherPartner.seller(), name, line)
                .body("result", is("PROTECTED"), "protectedUntil", notNullValue(), "conflicts", nullValue());
        check(otherPartner.seller(), name, line()).body("result", is("FREE"));
        register(otherPartner.seller(), brought(otherPartner.seller(), name), line)
                .statusCode(409)
                .body("code", is("deal-registration.protected"), "detail", containsString("Until "))
                .body(not(containsString(first.id())))
                .body(not(containsString(id)));
        as(otherPartner.admin()).get("/api/v1/deal-registrations").then().body("items.id", contains(pending));
        as(otherPartner.admin())
                .get("/api/v1/deal-registrations/{id}", id)
                .then()
                .statusCode(404);
        as(otherPartner.admin())
                .get("/api/v1/deal-registrations/{id}/conflicts", pending)
                .then()
                .statusCode(403);

        as(sales())
                .get("/api/v1/deal-registrations/{id}/conflicts", pending)
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.kind == 'REGISTRATION' }.partner.id",
                        is(first.id()),
                        "items.find { it.kind == 'REGISTRATION' }.matchedBy",
                        is("NAME"),
                        "items.find { it.kind == 'REGISTRATION' }.likeness",
                        is(1.0f));
        check(sales(), name, line)
                .body("result", is("PROTECTED"), "conflicts.partner.id", hasItems(first.id(), otherPartner.id()));
        move(admin(), pending, "reject", "{\"reasonCode\": \"CUSTOMER_CONFLICT\", \"reason\": \"Kaitstud\"}")
                .statusCode(200);
        move(otherPartner.seller(), pending, "resubmit", "{\"comment\": \"Palun\"}")
                .statusCode(409)
                .body("code", is("deal-registration.protected"));
    }

    @Test
    void conflicts_are_found_among_many_open_opportunities() {
        String name = name();
        String line = line();
        String customer = as(sales())
                .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name))
                .post("/api/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (int i = 0; i < 51; i++) {
            as(sales())
                    .body("{\"topic\": \"Uus\", \"customerId\": \"%s\"}".formatted(customer))
                    .post("/api/v1/opportunities")
                    .then()
                    .statusCode(201);
        }
        String id = registered(Api.partner().seller(), name + " OÜ", line);
        check(sales(), name, line).body("result", is("UNDER_REVIEW"), "conflicts[0].registration.id", is(id));
        move(admin(), id, "approve", "{}").statusCode(200);
        check(sales(), name, line).body("result", is("PROTECTED"), "conflicts[0].registration.id", is(id));
    }

    @Test
    void registry_code_vat_number_and_domain_identify_a_company() {
        Company first = Api.partner();
        Company otherPartner = Api.partner();
        String line = line();
        String code = UUID.randomUUID().toString().substring(0, 12);
        String customer =
                "{\"name\": \"%s\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\", \"vatNumber\": "
                        + "\"EE%s\", \"webDomain\": \"%s.example\"}}";
        String opportunity = as(first.seller())
                .body("{\"topic\": \"x\", \"customer\": %s}".formatted(customer.formatted(name(), code, code, code)))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        register(first.seller(), opportunity, line).statusCode(201);
        for (String by : List.of(
                "\"registryCode\": \"%s\"".formatted(code),
                "\"vatNumber\": \"ee%s\"".formatted(code),
                "\"webDomain\": \"%s.example\"".formatted(code),
                "\"webDomain\": \"shop.%s.example\"".formatted(code))) {
            as(otherPartner.seller())
                    .body(
                            "{\"customer\": {\"name\": \"%s\", \"country\": \"EE\", \"profile\": {%s}}, \"productLineIds\": [\"%s\"]}"
                                    .formatted(name(), by, line))
                    .post("/api/v1/deal-registrations/check")
                    .then()
                    .statusCode(200)
                    .body("result", is("UNDER_REVIEW"));
        }
        as(otherPartner.seller())
                .body(customer.formatted(name(), code, "2" + code, "x" + code))
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        as(sales())
                .body(customer.formatted(name(), code, "3" + code, "y" + code))
                .post("/api/v1/customers")
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
    }

    @Test
    void a_rejection_can_be_appealed_once() {
        Company partner = Api.partner();
        String id = registered(partner.seller(), name(), line());
        for (int round = 0; round < 2; round++) {
            move(admin(), id, "reject", "{\"reasonCode\": \"NOT_QUALIFIED\", \"reason\": \"Ei\"}")
                    .statusCode(200)
                    .body("status", is("REJECTED"), "decision.reason", is("Ei"));
            var again = move(partner.seller(), id, "resubmit", "{\"comment\": \"Siiski\"}");
            if (round == 0) {
                again.statusCode(200).body("submission.appealed", is(true), "decision.reason", nullValue());
            } else {
                again.statusCode(409).body("code", is("deal-registration.appealed"));
            }
        }
    }

    @Test
    void nobody_decides_on_their_own_request() {
        Company partner = Api.partner();
        String opportunity = brought(partner.seller(), name());
        String id = register(admin(), opportunity, line())
                .statusCode(201)
                .body("actions", empty())
                .extract()
                .path("id");
        move(admin(), id, "approve", "{}").statusCode(403).body("code", is("deal-registration.own"));
        move(Api.staff("CHANNEL_MANAGER"), id, "approve", "{}").statusCode(200);
    }

    @Test
    void exclusivity_ends_together_with_the_work() {
        Company partner = Api.partner();
        Company otherPartner = Api.partner();
        String line = line();
        String name = name();
        String opportunity = brought(partner.seller(), name);
        String id = register(partner.seller(), opportunity, line)
                .statusCode(201)
                .extract()
                .path("id");
        move(admin(), id, "approve", "{}").statusCode(200);
        check(otherPartner.seller(), name, line).body("result", is("PROTECTED"));
        as(partner.seller())
                .body("{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}")
                .post("/api/v1/opportunities/{id}/close", opportunity)
                .then()
                .statusCode(200);
        check(otherPartner.seller(), name, line).body("result", is("FREE"));
        as(partner.seller()).get("/api/v1/deal-registrations/{id}", id).then().body("status", is("CLOSED"));

        String revoked = registered(partner.seller(), name(), line);
        move(admin(), revoked, "approve", "{}").statusCode(200);
        move(admin(), revoked, "revoke", "{\"reason\": \"Klient palus\"}")
                .statusCode(200)
                .body("status", is("REVOKED"), "decision.reason", is("Klient palus"));
        String withdrawn = registered(partner.seller(), name(), line);
        as(sales())
                .body("{\"reason\": \"Ei\"}")
                .post(
                        "/api/v1/opportunities/{id}/reject",
                        as(partner.seller())
                                .get("/api/v1/deal-registrations/{id}", withdrawn)
                                .<String>path("opportunity.id"))
                .then()
                .statusCode(200);
        as(partner.admin())
                .get("/api/v1/deal-registrations/{id}", withdrawn)
                .then()
                .body("status", is("WITHDRAWN"));
    }

    @Test
    void the_tier_sets_the_period_of_exclusivity() {
        Company partner = Api.partner();
        String tier = as(admin())
                .body("{\"name\": \"Tase %s\", \"level\": 4, \"answerHours\": 24, \"exclusivityDays\": 200}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/tiers")
                .then()
                .statusCode(201)
                .body("exclusivityDays", is(200))
                .extract()
                .path("id");
        Api.patch(admin(), 0)
                .body("{\"programme\": {\"tierId\": \"%s\"}}".formatted(tier))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
        String id = registered(partner.seller(), name(), line());
        String until =
                move(admin(), id, "approve", "{}").statusCode(200).extract().path("exclusivity.until");
        assertThat(Instant.parse(until))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(199)), Instant.now().plus(Duration.ofDays(201)));
    }

    @Test
    void opportunity_and_registration_are_created_together_or_not_at_all() {
        Company partner = Api.partner();
        String name = name();
        String body = "{\"opportunity\": {\"topic\": \"Uus\", \"customer\": {\"name\": \"%s\", "
                + "\"country\": \"EE\"}}, \"productLineIds\": [\"%s\"]}";
        as(partner.seller())
                .body(body.formatted(name, UUID.randomUUID()))
                .post("/api/v1/deal-registrations")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", containsString("/productLineIds"));
        as(partner.seller()).get("/api/v1/customers?q=" + name).then().body("items", empty());
        as(partner.seller())
                .body(body.formatted(name, line()))
                .post("/api/v1/deal-registrations")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/deal-registrations/"))
                .body("status", is("SUBMITTED"), "customer.name", is(name));
    }

    @Test
    void errors_in_the_opportunity_are_reported_with_its_path() {
        String body = "{\"opportunity\": {\"topic\": \"Uus\", \"customerId\": \"%s\"}, \"productLineIds\": [\"%s\"]}"
                .formatted(UUID.randomUUID(), line());
        as(Api.partner().seller())
                .body(body)
                .post("/api/v1/deal-registrations")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/opportunity/customerId"),
                        "errors.code",
                        contains("unknown-reference"));
    }

    @Test
    void matching_excludes_other_partners_with_the_reason() {
        Company holder = Api.partner();
        Company other = Api.partner();
        String line = line();
        String id = registered(holder.seller(), name(), line);
        move(admin(), id, "approve", "{}").statusCode(200);
        String customer = as(sales()).get("/api/v1/deal-registrations/{id}", id).path("customer.id");
        String opportunity = as(sales())
                .body(("{\"topic\": \"Veel\", \"customerId\": \"%s\", "
                                + "\"classification\": {\"productLineIds\": [\"%s\"]}}")
                        .formatted(customer, line))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var matches = as(sales())
                .queryParam("limit", 200)
                .get("/api/v1/opportunities/{id}/matches", opportunity)
                .then()
                .statusCode(200);
        matches.body(
                ("candidates.find { it.partner.id == '%s' }.verdicts.find { it.rule == "
                                + "'NO_OTHER_REGISTRATION' }.fulfilled")
                        .formatted(holder.id()),
                is(true));
        as(sales())
                .body("{\"customerId\": \"%s\", \"productLineIds\": [\"%s\"]}".formatted(customer, line))
                .post("/api/v1/deal-registrations/check")
                .then()
                .body("result", is("PROTECTED"), "conflicts.partner.id", hasItem(holder.id()));
        as(sales()).queryParam("q", other.id()).get("/api/v1/partners").then().statusCode(200);
        matches.body("candidates.findAll { it.eligible }.partner.id", not(hasItem(other.id())));
    }

    /** All for one customer and product line: exactly one is approved. */
    @Test
    void of_fifty_concurrent_approvals_exactly_one_succeeds() throws Exception {
        Company partner = Api.partner();
        String line = line();
        String first = brought(partner.seller(), name());
        String customer =
                as(partner.seller()).get("/api/v1/opportunities/{id}", first).path("customer.id");
        var ids = new ArrayList<String>();
        for (int i = 0; i < 50; i++) {
            String opportunity = as(partner.seller())
                    .body("{\"topic\": \"Rivaal %d\", \"customerId\": \"%s\"}".formatted(i, customer))
                    .post("/api/v1/opportunities")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            ids.add(register(partner.seller(), opportunity, line)
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newCachedThreadPool()) {
            var answers = new ArrayList<Future<Response>>();
            for (String id : ids) {
                answers.add(threads.submit(
                        () -> as(admin()).body("{}").post("/api/v1/deal-registrations/{id}/approve", id)));
            }
            for (var answer : answers) {
                statuses.add(answer.get().statusCode());
            }
        }
        assertThat(statuses)
                .containsOnly(200, 409)
                .filteredOn(status -> status == 200)
                .hasSize(1);
        as(admin())
                .queryParam("customerId", customer)
                .queryParam("status", "APPROVED")
                .queryParam("count", true)
                .get("/api/v1/deal-registrations")
                .then()
                .body("total", is(1));
    }

    /**
     * A partner that adds a company does not learn that another partner has it, so two records can have the same
     * registry code.
     */
    @Test
    void of_two_records_with_one_registry_code_one_is_approved() throws Exception {
        Company first = Api.partner();
        Company otherPartner = Api.partner();
        String line = line();
        try (var deciders = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 5; i++) {
                String code = UUID.randomUUID().toString().substring(0, 12);
                var ids = new ArrayList<String>();
                for (Company partner : List.of(first, otherPartner)) {
                    String opportunity = as(partner.seller())
                            .body(("{\"topic\": \"x\", \"customer\": {\"name\": \"%s\", "
                                            + "\"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\"}}}")
                                    .formatted(name(), code))
                            .post("/api/v1/opportunities")
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id");
                    ids.add(register(partner.seller(), opportunity, line)
                            .statusCode(201)
                            .extract()
                            .path("id"));
                }
                var both = deciders.invokeAll(ids.stream()
                        .<Callable<Response>>map(
                                id -> () -> as(admin()).body("{}").post("/api/v1/deal-registrations/{id}/approve", id))
                        .toList());
                var answers = List.of(both.getFirst().get(), both.getLast().get());
                assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
                assertThat(answers)
                        .filteredOn(answer -> answer.statusCode() == 409)
                        .first()
                        .extracting(answer -> answer.path("code"))
                        .isEqualTo("deal-registration.taken");
            }
        }
    }

    @Test
    void the_database_prevents_overlaps() throws SQLException {
        Company partner = Api.partner();
        String line = line();
        String one = registered(partner.seller(), name(), line);
        String customer =
                as(admin()).get("/api/v1/deal-registrations/{id}", one).path("customer.id");
        String opportunity = as(partner.seller())
                .body("{\"topic\": \"Teine\", \"customerId\": \"%s\"}".formatted(customer))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String two = register(partner.seller(), opportunity, line)
                .statusCode(201)
                .extract()
                .path("id");
        try (var owner = SuperuserConnection.connection();
                var sql = owner.createStatement()) {
            String approve = "update deal_registration set status = 'APPROVED', exclusive_from = '%s', "
                    + "exclusive_until = '%s' where id = '%s'";
            sql.execute(approve.formatted("2040-01-01T00:00:00Z", "2040-02-01T00:00:00Z", one));
            for (String from : List.of("2039-12-01T00:00:00Z", "2040-01-15T00:00:00Z", "2040-01-31T23:59:59.999999Z")) {
                assertThatThrownBy(() -> sql.execute(approve.formatted(from, "2040-03-01T00:00:00Z", two)))
                        .hasMessageContaining("deal_registration_exclusivity_key");
            }
            assertThatThrownBy(() -> sql.execute(("update deal_registration_product_line set exclusive = "
                                    + "'[2040-01-01,2040-01-02)' where registration_id = '%s'")
                            .formatted(two)))
                    .hasMessageContaining("deal_registration_exclusivity_key");
            // The next exclusivity may start in the second in which the previous one ends.
            sql.execute(approve.formatted("2040-02-01T00:00:00Z", "2040-03-01T00:00:00Z", two));
            sql.execute(("update deal_registration set status = 'WITHDRAWN', exclusive_from = null, "
                            + "exclusive_until = null where id in ('%s', '%s')")
                    .formatted(one, two));
        }
    }
}
