package ee.sild.partner;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.SuperuserConnection;

import static ee.sild.Api.accepted;
import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

@QuarkusTest
class PartnerResourceTest {

    @Inject
    Flyway flyway;

    @Test
    void a_partner_edits_its_profile_but_nothing_that_matching_and_conflicts_use() {
        var company = partner();
        String territory = entry("territories");
        patch(admin(), 0)
                .body("{\"programme\": {\"territoryIds\": [\"%s\"], \"capacity\": 5}}".formatted(territory))
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(200)
                .body("programme.territories.id", contains(territory));
        patch(company.manager(), 1)
                .body("{\"profile\": {\"phone\": \"+372 5\"}}")
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(200)
                .body("profile.phone", is("+372 5"));
        patch(company.admin(), 2)
                .body("{\"programme\": {\"territoryIds\": []}}")
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(403)
                .body("code", is("partner.terms"));
        for (String vendors : List.of(
                "{\"programme\": {\"capacity\": 1000}}",
                "{\"profile\": {\"registryCode\": \"12345678\"}}",
                "{\"profile\": {\"vatNumber\": \"EE100012345\"}}",
                "{\"profile\": {\"webDomain\": \"%s.example\"}}".formatted(UUID.randomUUID()),
                "{\"country\": \"LV\"}")) {
            patch(company.admin(), 2)
                    .body(vendors)
                    .patch("/api/v1/partners/{id}", company.id())
                    .then()
                    .statusCode(403)
                    .body("code", is("partner.terms"));
        }
        patch(company.seller(), 2)
                .body("{\"profile\": {\"phone\": \"1\"}}")
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(403);
        patch(admin(), 2)
                .body("{\"programme\": {\"tierId\": \"%s\"}}".formatted(UUID.randomUUID()))
                .patch("/api/v1/partners/{id}", company.id())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/programme/tierId"));
        as(sales())
                .queryParam("territoryId", territory)
                .get("/api/v1/partners")
                .then()
                .body("items.id", contains(company.id()));
    }

    @Test
    void a_partner_sees_only_itself() {
        var company = partner().createAll();
        var other = partner();
        as(company.admin()).get("/api/v1/partners").then().statusCode(200).body("items.id", contains(company.id()));
        as(company.admin()).get("/api/v1/partners/{id}", other.id()).then().statusCode(404);
        as(company.admin())
                .get("/api/v1/partners/{id}/users", other.id())
                .then()
                .statusCode(404);
        as(company.admin()).get("/api/v1/users/{id}", other.admin().id()).then().statusCode(404);
        as(company.seller())
                .get("/api/v1/partners/{id}/users", company.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        as(company.admin())
                .body("{\"name\": \"x\", \"country\": \"EE\"}")
                .post("/api/v1/partners")
                .then()
                .statusCode(403);
    }

    @Test
    void reference_data_has_unique_names_and_status_changes_are_ordered() {
        var company = partner();
        as(admin())
                .post("/api/v1/partners/{id}/activate", company.id())
                .then()
                .statusCode(409)
                .body("code", is("partner.transition"));
        String name = "Tase " + UUID.randomUUID();
        as(admin())
                .body("{\"name\": \"%s\", \"level\": 1, \"answerHours\": 24}".formatted(name))
                .post("/api/v1/tiers")
                .then()
                .statusCode(201);
        as(admin())
                .body("{\"name\": \"%s\", \"level\": 1, \"answerHours\": 24}".formatted(name))
                .post("/api/v1/tiers")
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
        as(sales()).get("/api/v1/tiers").then().statusCode(200).body("items.name", hasItem(name));
        for (String vocabulary : new String[] {"competencies", "industries", "product-lines", "territories"}) {
            String entry = entry(vocabulary);
            as(sales()).get("/api/v1/" + vocabulary).then().statusCode(200).body("items.id", hasItem(entry));
        }
        as(sales()).body("{\"name\": \"x\"}").post("/api/v1/territories").then().statusCode(403);
    }

    @Test
    void customers_are_visible_to_partners_that_work_for_them() {
        var company = partner();
        String opportunity = accepted(company);
        String customer = as(company.admin())
                .get("/api/v1/opportunities/{id}", opportunity)
                .path("customer.id");
        as(company.admin())
                .get("/api/v1/customers/{id}", customer)
                .then()
                .statusCode(200)
                .body("contacts", hasSize(1));
        as(company.seller()).get("/api/v1/customers").then().body("items.id", contains(customer));
        as(partner().admin()).get("/api/v1/customers/{id}", customer).then().statusCode(404);
        String contact = as(company.seller())
                .body("{\"name\": \"Uus Inimene\", \"email\": \"u@k.test\"}")
                .post("/api/v1/customers/{id}/contacts", customer)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patch(company.seller(), 0)
                .body("{\"phone\": \"5\"}")
                .patch("/api/v1/customers/{id}/contacts/{c}", customer, contact)
                .then()
                .statusCode(200)
                .body("phone", is("5"), "name", is("Uus Inimene"));
        patch(company.seller(), 0)
                .body("{\"managingPartnerId\": \"%s\"}".formatted(company.id()))
                .patch("/api/v1/customers/{id}", customer)
                .then()
                .statusCode(403);
        patch(sales(), 0)
                .body("{\"managingPartnerId\": \"%s\"}".formatted(company.id()))
                .patch("/api/v1/customers/{id}", customer)
                .then()
                .statusCode(200)
                .body("managingPartner.id", is(company.id()));
        as(sales()).get("/api/v1/customers/{id}/contacts", customer).then().body("items", hasSize(2));
    }

    @Test
    void exchange_rates_convert_totals_to_the_base_currency() {
        as(admin())
                .body("{\"currency\": \"SEK\", \"validFrom\": \"2020-01-01\", \"rate\": 10}")
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
        as(admin())
                .body("{\"currency\": \"SEK\", \"validFrom\": \"2020-01-01\", \"rate\": 11}")
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
        as(sales())
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body("items.find { it.currency == 'SEK' }.rate", is(11.0f));
        var company = partner();
        as(company.admin())
                .body("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"SE\"}, "
                        + "\"value\": {\"estimated\": {\"amount\": 1100, \"currency\": \"SEK\"}}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
        as(company.admin())
                .body("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"JP\"}, "
                        + "\"value\": {\"estimated\": {\"amount\": 5, \"currency\": \"JPY\"}}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
        as(company.admin())
                .get("/api/v1/dashboard")
                .then()
                .statusCode(200)
                .body(
                        "partner.opportunities.pendingApproval",
                        is(2),
                        "byStatus[0].value.amount",
                        is(100.00f),
                        "unconverted",
                        is(1));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 2, /currency",
        "EUR, 1, /currency",
        "SEK, 100000000000, /rate",
        "SEK, 1000000001, /rate",
        "SEK, 1e10, /rate",
        "SEK, 1e2147483648, /rate",
        "SEK, 0, /rate",
        "SEK, -1, /rate",
        "SEK, 0.000000001, /rate",
        "SEK, 1.123456789, /rate",
        "SEK, 1e-400, /rate"
    })
    void an_invalid_rate_is_rejected(String currency, String rate, String pointer) {
        as(admin())
                .body("{\"currency\": \"%s\", \"validFrom\": \"2020-01-01\", \"rate\": %s}".formatted(currency, rate))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(422)
                .body("code", is("invalid"), "errors.pointer", hasItem(pointer));
        as(admin())
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body("items.findAll { it.currency == 'EUR' }.rate", contains(1.0f));
    }

    @Test
    void a_rate_is_corrected_and_deleted_and_that_of_the_base_currency_stays() {
        for (String rate : new String[] {"2020-01-01 7", "2021-01-01 70"}) {
            String[] parts = rate.split(" ");
            as(admin())
                    .body("{\"currency\": \"DKK\", \"validFrom\": \"%s\", \"rate\": %s}".formatted(parts[0], parts[1]))
                    .post("/api/v1/exchange-rates")
                    .then()
                    .statusCode(201);
        }
        as(sales()).delete("/api/v1/exchange-rates/DKK/2021-01-01").then().statusCode(403);
        as(admin()).delete("/api/v1/exchange-rates/DKK/2021-01-01").then().statusCode(204);
        as(admin()).delete("/api/v1/exchange-rates/DKK/2021-01-01").then().statusCode(404);
        as(admin())
                .get("/api/v1/exchange-rates")
                .then()
                .body("items.findAll { it.currency == 'DKK' }.rate", contains(7f));
        as(admin())
                .delete("/api/v1/exchange-rates/EUR/2000-01-01")
                .then()
                .statusCode(409)
                .body("code", is("exchange-rate.base"));
        as(admin())
                .get("/api/v1/exchange-rates")
                .then()
                .body("items.findAll { it.currency == 'EUR' }.rate", contains(1.0f));
    }

    /** Such a rate can come from an earlier version or another base currency, which is a setting. */
    @Test
    void the_rate_of_the_base_currency_is_set_to_one_at_startup() throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var sql = owner.createStatement()) {
            sql.execute("set sild.side = 'SYSTEM'");
            sql.executeUpdate("insert into exchange_rate values ('EUR', '2021-01-01', 2)");
            sql.executeUpdate("update exchange_rate set rate = 3 where (currency, valid_from) = ('EUR', '2000-01-01')");
        }
        flyway.migrate();
        as(admin())
                .get("/api/v1/exchange-rates")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.currency == 'EUR' }.rate",
                        contains(1.0f),
                        "items.findAll { it.currency == 'EUR' }.validFrom",
                        contains("2000-01-01"));
    }

    /** The largest possible total is shown with such a rate. */
    @ParameterizedTest
    @CsvSource({"CLF, 0.00000001", "BHD, 1e9"})
    void the_lowest_and_the_highest_rate_are_stored_exactly(String currency, BigDecimal rate) throws SQLException {
        as(admin())
                .body("{\"currency\": \"%s\", \"validFrom\": \"2020-01-01\", \"rate\": %s}".formatted(currency, rate))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
        try (var owner = SuperuserConnection.connection();
                var kept = owner.createStatement()
                        .executeQuery("select rate from exchange_rate where currency = '%s'".formatted(currency))) {
            kept.next();
            assertThat(kept.getBigDecimal(1)).isEqualByComparingTo(rate);
        }
        var company = partner();
        as(company.admin())
                .body(("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"CL\"}, "
                                + "\"value\": {\"estimated\": {\"amount\": 9999999999999, \"currency\": \"%s\"}}}")
                        .formatted(currency))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
        as(company.admin()).get("/api/v1/dashboard").then().statusCode(200).body("unconverted", is(0));
        as(company.admin())
                .queryParam("sort", "-value")
                .get("/api/v1/opportunities")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.000000001", "1000000001"})
    void the_database_rejects_invalid_rates(String rate) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var sql = owner.createStatement()) {
            assertThatThrownBy(() -> sql.executeUpdate(
                            "insert into exchange_rate values ('DKK', '2020-01-01', %s)".formatted(rate)))
                    .hasMessageContaining("exchange_rate");
        }
    }

    private static String entry(String vocabulary) {
        return as(admin())
                .body("{\"name\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/" + vocabulary)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
