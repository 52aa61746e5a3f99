package ee.sild.customer;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Two records of one company are merged. Nothing is lost, and other partners learn nothing. */
@QuarkusTest
class CustomerMergeTest {

    private static String name() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "")
                + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
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

    /** A customer that a partner adds, with a contact. */
    private record Brought(String opportunity, String customer) {}

    private static Brought brought(Person by, String customer, String met) {
        var made = Api.answered(
                as(by).body(("{\"topic\": \"Leid\", \"customer\": {\"name\": \"%s\", \"country\": "
                                        + "\"EE\"}, \"contact\": {\"name\": \"%s\"}}")
                                .formatted(customer, met))
                        .post("/api/v1/opportunities"),
                201);
        return new Brought(
                made.path("id").asText(), made.path("customer").path("id").asText());
    }

    private static String exclusive(Person by, Brought what, String line) {
        String id = Api.answered(
                        as(by).body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                                .post("/api/v1/opportunities/{id}/deal-registration", what.opportunity()),
                        201)
                .path("id")
                .asText();
        as(admin())
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", id)
                .then()
                .statusCode(200);
        return id;
    }

    private static Response merge(String stays, String goes, String take) {
        return as(admin())
                .body("{\"duplicateId\": \"%s\", \"take\": [%s]}".formatted(goes, take))
                .post("/api/v1/customers/{id}/merge", stays);
    }

    private static ValidatableResponse customer(Person who, String id) {
        return as(who).get("/api/v1/customers/{id}", id).then();
    }

    @Test
    void everything_moves_to_the_remaining_record() {
        Company first = Api.partner();
        Company second = Api.partner();
        String name = name();
        var one = brought(first.seller(), name + " OÜ", "Tiina Mägi");
        var other = brought(second.seller(), "AS " + name, "Jüri Kask");
        String registration = exclusive(second.seller(), other, line());

        as(sales())
                .get("/api/v1/customers/{id}/duplicates", one.customer())
                .then()
                .statusCode(200)
                .body(
                        "items.customer.id",
                        contains(other.customer()),
                        "items[0].matchedBy",
                        is("NAME"),
                        "items[0].likeness",
                        is(1.0f),
                        "items[0].opportunities",
                        is(1),
                        "items[0].registrations",
                        is(1),
                        "items[0].partners.id",
                        contains(second.id()));
        merge(one.customer(), other.customer(), "\"NAME\"")
                .then()
                .statusCode(200)
                .body(
                        "id",
                        is(one.customer()),
                        "name",
                        is("AS " + name),
                        "contacts.name",
                        containsInAnyOrder("Tiina Mägi", "Jüri Kask"));

        as(sales())
                .get("/api/v1/customers/{id}/duplicates", one.customer())
                .then()
                .body("items", empty());
        for (String id : List.of(one.customer(), other.customer())) {
            customer(sales(), id).statusCode(200).body("id", is(one.customer()));
            customer(first.admin(), id).statusCode(200).body("id", is(one.customer()));
            customer(second.admin(), id).statusCode(200).body("id", is(one.customer()));
            customer(Api.partner().admin(), id).statusCode(404);
        }
        as(second.seller())
                .get("/api/v1/opportunities/{id}", other.opportunity())
                .then()
                .body("customer.id", is(one.customer()), "customer.contacts.name", contains("Jüri Kask"));
        as(second.seller())
                .get("/api/v1/deal-registrations/{id}", registration)
                .then()
                .body("customer.id", is(one.customer()), "status", is("APPROVED"));
        as(sales())
                .get("/api/v1/customers?q=" + name.substring(0, 12))
                .then()
                .body("items.id", contains(one.customer()));
        as(sales())
                .body("{\"topic\": \"Uus\", \"customerId\": \"%s\"}".formatted(other.customer()))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .body("customer.id", is(one.customer()));
        as(admin())
                .get("/api/v1/audit-events?thing=customer_alias")
                .then()
                .statusCode(200)
                .body("items.change.thingId", hasItem(other.customer()));
    }

    @Test
    void a_partners_contacts_stay_hidden_from_other_partners() {
        Company first = Api.partner();
        Company second = Api.partner();
        var one = brought(first.seller(), name(), "Tiina Mägi");
        var other = brought(second.seller(), name(), "Jüri Kask");
        String ofVendor = Api.answered(
                        as(sales())
                                .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
        as(sales())
                .body("{\"name\": \"Vello Vaher\"}")
                .post("/api/v1/customers/{id}/contacts", ofVendor)
                .then()
                .statusCode(201);
        merge(one.customer(), other.customer(), "").then().statusCode(200);
        merge(one.customer(), ofVendor, "")
                .then()
                .statusCode(200)
                .body("contacts.name", containsInAnyOrder("Tiina Mägi", "Jüri Kask", "Vello Vaher"));

        customer(first.admin(), one.customer()).body("contacts.name", contains("Tiina Mägi"));
        customer(second.admin(), one.customer()).body("contacts.name", contains("Jüri Kask"));
        as(second.admin())
                .get("/api/v1/customers/{id}/contacts", one.customer())
                .then()
                .body("items.name", contains("Jüri Kask"));
        as(second.seller())
                .body("{\"name\": \"Piret Põld\"}")
                .post("/api/v1/customers/{id}/contacts", one.customer())
                .then()
                .statusCode(201);
        customer(first.admin(), one.customer()).body("contacts.name", not(hasItem("Piret Põld")));
        // A partner that works on an opportunity sees the contacts that it names.
        String contact =
                customer(sales(), one.customer()).extract().path("contacts.find { it.name == 'Jüri Kask' }.id");
        String opportunity = Api.answered(
                        as(sales())
                                .body("{\"topic\": \"Uus\", \"customerId\": \"%s\", \"contactIds\": [\"%s\"]}"
                                        .formatted(one.customer(), contact))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        String offer = Api.distribute(opportunity, first);
        customer(first.admin(), one.customer()).body("contacts.name", not(hasItem("Jüri Kask")));
        as(first.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        customer(first.admin(), one.customer()).body("contacts.name", hasItem("Jüri Kask"));
        as(first.admin())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("customer.contacts.name", contains("Jüri Kask"));
    }

    @Test
    void existing_registry_codes_cannot_be_discovered() {
        Company partner = Api.partner();
        String code = UUID.randomUUID().toString().substring(0, 13);
        as(sales())
                .body("{\"name\": \"%s\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\"}}"
                        .formatted(name(), code))
                .post("/api/v1/customers")
                .then()
                .statusCode(201);
        String opportunity = Api.accepted(partner);
        String known =
                as(sales()).get("/api/v1/opportunities/{id}", opportunity).path("customer.id");
        for (String tried : List.of(code, "free" + code.substring(0, 8))) {
            as(partner.admin())
                    .contentType("application/merge-patch+json; charset=UTF-8")
                    .header("If-Match", "*")
                    .body("{\"profile\": {\"registryCode\": \"%s\"}}".formatted(tried))
                    .patch("/api/v1/customers/{id}", known)
                    .then()
                    .statusCode(403)
                    .body("code", is("customer.registry-code"));
        }
        as(partner.admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"address\": {\"city\": \"Tartu\"}}")
                .patch("/api/v1/customers/{id}", known)
                .then()
                .statusCode(200)
                .body("address.city", is("Tartu"));
        String own = brought(partner.seller(), name(), "Tiina").customer();
        as(partner.admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"profile\": {\"registryCode\": \"%s\"}}".formatted(code))
                .patch("/api/v1/customers/{id}", own)
                .then()
                .statusCode(200);
    }

    @Test
    void two_exclusive_customers_of_one_product_line_cannot_be_merged() {
        Company first = Api.partner();
        Company second = Api.partner();
        String line = line();
        var one = brought(first.seller(), name(), "A");
        var other = brought(second.seller(), name(), "B");
        exclusive(first.seller(), one, line);
        String theirs = exclusive(second.seller(), other, line);
        merge(one.customer(), other.customer(), "")
                .then()
                .statusCode(409)
                .body("code", is("customer.both-exclusive"), "detail", containsString("REG-"));
        customer(second.admin(), other.customer()).body("id", is(other.customer()));
        as(admin())
                .body("{\"reason\": \"Topelt\"}")
                .post("/api/v1/deal-registrations/{id}/revoke", theirs)
                .then()
                .statusCode(200);
        merge(one.customer(), other.customer(), "").then().statusCode(200);
        // It belongs to the same company now, so a second exclusivity is rejected.
        as(second.seller())
                .body("{\"productLineIds\": [\"%s\"]}".formatted(line))
                .post("/api/v1/opportunities/{id}/deal-registration", other.opportunity())
                .then()
                .statusCode(409)
                .body("code", is("deal-registration.protected"));
    }

    /** Exclusivity that ended before the merge may overlap; exclusivity that starts again may not. */
    @Test
    void exclusivity_that_restarts_after_the_merge_may_not_overlap() throws SQLException {
        Company first = Api.partner();
        Company second = Api.partner();
        String line = line();
        var one = brought(first.seller(), name(), "A");
        var other = brought(second.seller(), name(), "B");
        String ours = exclusive(first.seller(), one, line);
        String theirs = exclusive(second.seller(), other, line);
        try (var owner = SuperuserConnection.connection();
                var sql = owner.createStatement()) {
            sql.execute(("update deal_registration set status = 'EXPIRED', exclusive_from = now() - "
                            + "interval '2 days', exclusive_until = now() - interval '1 day' where id in "
                            + "('%s', '%s')")
                    .formatted(ours, theirs));
            merge(one.customer(), other.customer(), "").then().statusCode(200);
            as(admin())
                    .body("{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\"}")
                    .post("/api/v1/deal-registrations/{id}/postpone", ours)
                    .then()
                    .statusCode(200);
            as(admin())
                    .body("{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\"}")
                    .post("/api/v1/deal-registrations/{id}/postpone", theirs)
                    .then()
                    .statusCode(409)
                    .body("code", is("deal-registration.taken"));
            assertThatThrownBy(() -> sql.execute(("update deal_registration set status = 'APPROVED', exclusive_from = "
                                    + "now(), exclusive_until = '2099-01-01' where id = '%s'")
                            .formatted(theirs)))
                    .hasMessageContaining("deal_registration_exclusivity_key");
        }
    }

    @Test
    void invalid_merges_are_rejected_with_the_reason() {
        String one = Api.answered(
                        as(sales())
                                .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
        String other = Api.answered(
                        as(sales())
                                .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
        merge(one, one, "").then().statusCode(422).body("errors[0].pointer", is("/duplicateId"));
        merge(one, UUID.randomUUID().toString(), "")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/duplicateId"));
        merge(one, other, "\"SHOE_SIZE\"").then().statusCode(400);
        as(admin())
                .header("If-Match", "\"99\"")
                .body("{\"duplicateId\": \"%s\"}".formatted(other))
                .post("/api/v1/customers/{id}/merge", one)
                .then()
                .statusCode(412);
        merge(one, other, "").then().statusCode(200);
        merge(one, other, "").then().statusCode(422).body("errors[0].pointer", is("/duplicateId"));
    }

    @Test
    void of_two_opposite_merges_exactly_one_succeeds() throws Exception {
        try (var people = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 10; i++) {
                String one = Api.answered(
                                as(sales())
                                        .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name()))
                                        .post("/api/v1/customers"),
                                201)
                        .path("id")
                        .asText();
                String other = Api.answered(
                                as(sales())
                                        .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name()))
                                        .post("/api/v1/customers"),
                                201)
                        .path("id")
                        .asText();
                var there = people.submit(() -> merge(one, other, "").statusCode());
                var back = people.submit(() -> merge(other, one, "").statusCode());
                assertThat(List.of(there.get(), back.get())).containsOnlyOnce(200);
                String left = customer(sales(), one).statusCode(200).extract().path("id");
                customer(sales(), other).statusCode(200).body("id", is(left));
            }
        }
    }
}
