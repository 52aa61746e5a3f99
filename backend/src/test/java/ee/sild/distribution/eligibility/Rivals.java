package ee.sild.distribution.eligibility;

import java.util.UUID;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;

/** Two partners in a territory of their own, of which one gets exclusivity for a product line of its own. */
abstract class Rivals {

    String county;
    String line;
    Company other;
    Company holder;

    @BeforeEach
    void prepare() {
        county = made("territories", "{\"name\": \"Vald %s\"}".formatted(UUID.randomUUID()));
        line = made("product-lines", "{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()));
        other = partner("");
        holder = partner("");
    }

    static String made(String what, String body) {
        return as(admin())
                .body(body)
                .post("/api/v1/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Company partner(String terms) {
        Company company = Api.partner();
        terms(company, 0, "\"territoryIds\": [\"%s\"]%s".formatted(county, terms));
        return company;
    }

    static void terms(Company company, int version, String terms) {
        Api.patch(admin(), version)
                .body("{\"programme\": {%s}}".formatted(terms))
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(200);
    }

    /** A name that is similar to no other. */
    static String name() {
        return (UUID.randomUUID().toString() + UUID.randomUUID()).replaceAll("[0-9-]", "");
    }

    static String customer(String name, String identifiers) {
        return made(
                "customers", "{\"name\": \"%s\", \"country\": \"EE\", \"profile\": {%s}}".formatted(name, identifiers));
    }

    String opportunity(String customer, String more) {
        return as(sales())
                .body("""
                {"topic": "Võrgu uuendus", "customerId": "%s",
                 "classification": {"territoryId": "%s", "productLineIds": ["%s"]}%s}""".formatted(customer, county, line, more))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The opportunity by which the holder has exclusivity for its own record of a company. */
    String registered(String name, String identifiers) {
        String own = found(holder, name, identifiers);
        as(admin())
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", register(holder, own))
                .then()
                .statusCode(200);
        return own;
    }

    /** An opportunity that a partner has found. */
    String found(Company by, String name, String identifiers) {
        return as(by.admin())
                .body("""
                {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE", "profile": {%s}},
                 "classification": {"productLineIds": ["%s"]}}""".formatted(name, identifiers, line))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The registration of it, which awaits a decision. */
    String register(Company by, String opportunity) {
        return as(by.admin())
                .body("{\"productLineIds\": [\"%s\"], \"comment\": \"Tunneme neid\"}".formatted(line))
                .post("/api/v1/opportunities/{id}/deal-registration", opportunity)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse distribute(String id, String body) {
        return as(sales())
                .body(body)
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then();
    }

    static ValidatableResponse move(Person by, String id, String verb, String body) {
        return as(by).body(body)
                .post("/api/v1/opportunities/{id}/{verb}", id, verb)
                .then();
    }

    static ValidatableResponse get(Person by, String id) {
        return as(by).get("/api/v1/opportunities/{id}", id).then();
    }

    static String direct(Company company, String reason) {
        return "{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"overrideReason\": \"%s\"}"
                .formatted(company.id(), reason);
    }
}
