package ee.sild.partner;

import static ee.sild.Api.accepted;
import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.sales;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class PartnerResourceTest {

    @Test
    void a_partner_s_profile_is_partly_its_own() {
        var company = partner();
        String territory = entry("territories");
        patch(admin(), 0).body("{\"territoryIds\": [\"%s\"], \"capacity\": 5}".formatted(territory)).patch("/api/v1/partners/{id}", company.id())
                .then().statusCode(200).body("territories.id", contains(territory));
        patch(company.manager(), 1).body("{\"phone\": \"+372 5\"}").patch("/api/v1/partners/{id}", company.id()).then().statusCode(200).body("phone", is("+372 5"));
        patch(company.admin(), 2).body("{\"territoryIds\": []}").patch("/api/v1/partners/{id}", company.id()).then().statusCode(403).body("code", is("partner.terms"));
        patch(company.seller(), 2).body("{\"phone\": \"1\"}").patch("/api/v1/partners/{id}", company.id()).then().statusCode(403);
        patch(admin(), 2).body("{\"tierId\": \"%s\"}".formatted(UUID.randomUUID())).patch("/api/v1/partners/{id}", company.id()).then().statusCode(422).body("errors[0].pointer", is("/tierId"));
        as(sales()).queryParam("territoryId", territory).get("/api/v1/partners").then().body("items.id", contains(company.id()));
    }

    @Test
    void a_partner_sees_itself_and_no_other() {
        var company = partner().everybody();
        var other = partner();
        as(company.admin()).get("/api/v1/partners").then().statusCode(200).body("items.id", contains(company.id()));
        as(company.admin()).get("/api/v1/partners/{id}", other.id()).then().statusCode(404);
        as(company.admin()).get("/api/v1/partners/{id}/users", other.id()).then().statusCode(404);
        as(company.admin()).get("/api/v1/users/{id}", other.admin().id()).then().statusCode(404);
        as(company.seller()).get("/api/v1/partners/{id}/users", company.id()).then().statusCode(200).body("items", hasSize(3));
        as(company.admin()).body("{\"name\": \"x\", \"country\": \"EE\"}").post("/api/v1/partners").then().statusCode(403);
    }

    @Test
    void moves_are_in_order_and_names_of_vocabularies_unique() {
        var company = partner();
        as(admin()).post("/api/v1/partners/{id}/activate", company.id()).then().statusCode(409).body("code", is("partner.transition"));
        String name = "Tase " + UUID.randomUUID();
        as(admin()).body("{\"name\": \"%s\", \"level\": 1, \"answerHours\": 24}".formatted(name)).post("/api/v1/tiers").then().statusCode(201);
        as(admin()).body("{\"name\": \"%s\", \"level\": 1, \"answerHours\": 24}".formatted(name)).post("/api/v1/tiers").then().statusCode(409).body("code", is("duplicate"));
        as(sales()).get("/api/v1/tiers").then().statusCode(200).body("items.name", hasItem(name));
        for (String vocabulary : new String[] { "competencies", "industries", "product-lines", "territories" }) {
            String entry = entry(vocabulary);
            as(sales()).get("/api/v1/" + vocabulary).then().statusCode(200).body("items.id", hasItem(entry));
        }
        as(sales()).body("{\"name\": \"x\"}").post("/api/v1/territories").then().statusCode(403);
    }

    @Test
    void customers_are_known_to_the_partners_that_work_for_them() {
        var company = partner();
        String opportunity = accepted(company);
        String customer = as(company.admin()).get("/api/v1/opportunities/{id}", opportunity).path("customer.id");
        as(company.admin()).get("/api/v1/customers/{id}", customer).then().statusCode(200).body("contacts", hasSize(1));
        as(company.seller()).get("/api/v1/customers").then().body("items.id", contains(customer));
        as(partner().admin()).get("/api/v1/customers/{id}", customer).then().statusCode(404);
        String contact = as(company.seller()).body("{\"name\": \"Uus Inimene\", \"email\": \"u@k.test\"}").post("/api/v1/customers/{id}/contacts", customer).then().statusCode(201).extract().path("id");
        patch(company.seller(), 0).body("{\"phone\": \"5\"}").patch("/api/v1/customers/{id}/contacts/{c}", customer, contact).then().statusCode(200).body("phone", is("5"), "name", is("Uus Inimene"));
        patch(company.seller(), 0).body("{\"managingPartnerId\": \"%s\"}".formatted(company.id())).patch("/api/v1/customers/{id}", customer).then().statusCode(403);
        patch(sales(), 0).body("{\"managingPartnerId\": \"%s\"}".formatted(company.id())).patch("/api/v1/customers/{id}", customer).then().statusCode(200).body("managingPartner.id", is(company.id()));
        as(sales()).get("/api/v1/customers/{id}/contacts", customer).then().body("items", hasSize(2));
    }

    @Test
    void rates_turn_sums_into_the_base_currency() {
        as(admin()).body("{\"currency\": \"SEK\", \"validFrom\": \"2020-01-01\", \"rate\": 10}").post("/api/v1/exchange-rates").then().statusCode(201);
        as(admin()).body("{\"currency\": \"SEK\", \"validFrom\": \"2020-01-01\", \"rate\": 11}").post("/api/v1/exchange-rates").then().statusCode(201);
        as(sales()).get("/api/v1/exchange-rates").then().statusCode(200).body("items.find { it.currency == 'SEK' }.rate", is(11.0f));
        var company = partner();
        as(company.admin()).body("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"SE\"}, \"estimatedValue\": {\"amount\": 1100, \"currency\": \"SEK\"}}").post("/api/v1/opportunities").then().statusCode(201);
        as(company.admin()).body("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"JP\"}, \"estimatedValue\": {\"amount\": 5, \"currency\": \"JPY\"}}").post("/api/v1/opportunities").then().statusCode(201);
        as(company.admin()).get("/api/v1/dashboard").then().statusCode(200)
                .body("partner.pendingApproval", is(2), "byStatus[0].value.amount", is(100.00f), "unconverted", is(1));
    }

    private static String entry(String vocabulary) {
        return as(admin()).body("{\"name\": \"%s\"}".formatted(UUID.randomUUID())).post("/api/v1/" + vocabulary).then().statusCode(201).extract().path("id");
    }
}
