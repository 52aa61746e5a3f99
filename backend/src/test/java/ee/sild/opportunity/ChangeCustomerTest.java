package ee.sild.opportunity;

import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.TestDatabase;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Staff correct the customer of an opportunity that was created for the wrong one. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangeCustomerTest {

    private static String customer() {
        return Api.answered(
                        as(sales())
                                .body("{\"name\": \"Õige Klient %s\", \"country\": \"EE\"}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
    }

    private static ValidatableResponse change(Person by, String opportunity, String body) {
        return as(by).body(body)
                .post("/api/v1/opportunities/{id}/change-customer", opportunity)
                .then();
    }

    private static String to(String customer) {
        return "{\"customerId\": \"%s\"}".formatted(customer);
    }

    @Test
    void the_partner_that_works_on_it_sees_the_new_customer_and_its_contacts() {
        Company company = Api.partner();
        String opportunity = Api.accepted(company);
        String customer = customer();
        String contact = Api.answered(
                        as(sales())
                                .body("{\"name\": \"Mari Kask\", \"email\": \"mari@klient.test\"}")
                                .post("/api/v1/customers/{id}/contacts", customer),
                        201)
                .path("id")
                .asText();
        as(company.manager()).get("/api/v1/customers/{id}", customer).then().statusCode(404);

        change(sales(), opportunity, "{\"customerId\": \"%s\", \"contactIds\": [\"%s\"]}".formatted(customer, contact))
                .statusCode(200)
                .body("customer.id", is(customer), "customer.contacts.id", contains(contact));

        as(company.manager())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .body("customer.id", is(customer), "customer.contacts.email", contains("mari@klient.test"));
        as(company.manager()).get("/api/v1/customers/{id}", customer).then().statusCode(200);
        assertThat(Api.answered(as(sales()).get("/api/v1/opportunities?customerId=" + customer), 200)
                        .at("/items/0/customer/id")
                        .asText())
                .isEqualTo(customer);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items.details.changes.flatten().field", hasItem("customer"));
    }

    @Test
    void contacts_of_the_previous_customer_are_removed() {
        String opportunity = Api.opportunity();
        change(sales(), opportunity, to(customer())).statusCode(200).body("customer.contacts", empty());
    }

    @Test
    void a_partner_with_an_offer_gets_access_when_it_accepts() {
        Company company = Api.partner();
        String opportunity = Api.opportunity();
        String offer = Api.distribute(opportunity, company);
        String customer = customer();
        change(sales(), opportunity, to(customer)).statusCode(200);
        as(company.manager()).get("/api/v1/customers/{id}", customer).then().statusCode(404);
        as(company.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        as(company.manager()).get("/api/v1/customers/{id}", customer).then().statusCode(200);
    }

    @Test
    void what_is_wrong_is_refused() {
        String opportunity = Api.opportunity();
        String now = Api.answered(as(sales()).get("/api/v1/opportunities/{id}", opportunity), 200)
                .at("/customer/id")
                .asText();
        change(sales(), opportunity, to(now)).statusCode(422).body("errors.pointer", contains("/customerId"));
        change(sales(), opportunity, to(UUID.randomUUID().toString()))
                .statusCode(422)
                .body("errors.pointer", contains("/customerId"));
        change(
                        sales(),
                        opportunity,
                        "{\"customerId\": \"%s\", \"contactIds\": [\"%s\"]}".formatted(customer(), UUID.randomUUID()))
                .statusCode(422)
                .body("errors.pointer", contains("/contactIds"));
        Company company = Api.partner();
        change(company.admin(), Api.accepted(company), to(customer())).statusCode(403);
    }

    @Test
    void exclusivity_of_another_partner_binds_it_and_staff_may_override_it() {
        Company holder = Api.partner();
        Company company = Api.partner();
        String line = Api.answered(
                        as(admin())
                                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/product-lines"),
                        201)
                .path("id")
                .asText();
        var registered = Api.answered(
                as(holder.seller()).body("""
                {"opportunity": {"topic": "Oma leid", "customer": {"name": "Kaitstud %s", "country": "EE"}},
                 "productLineIds": ["%s"]}""".formatted(UUID.randomUUID(), line)).post("/api/v1/deal-registrations"),
                201);
        String customer = registered.at("/customer/id").asText();
        as(admin())
                .body("{}")
                .post(
                        "/api/v1/deal-registrations/{id}/approve",
                        registered.path("id").asText())
                .then()
                .statusCode(200);
        String opportunity = Api.accepted(company);
        as(sales())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"classification\": {\"productLineIds\": [\"%s\"]}}".formatted(line))
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
        change(sales(), opportunity, to(customer)).statusCode(409).body("code", is("distribution.not-eligible"));
        change(
                        sales(),
                        opportunity,
                        "{\"customerId\": \"%s\", \"overrideReason\": \"Both agreed\"}".formatted(customer))
                .statusCode(200)
                .body("customer.id", is(customer));
        // Its own registration is for the customer that it was made for.
        String own = registered.at("/opportunity/id").asText();
        change(sales(), own, to(customer())).statusCode(409).body("code", is("opportunity.registered"));
    }
}
