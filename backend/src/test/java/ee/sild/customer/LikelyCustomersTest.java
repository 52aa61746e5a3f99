package ee.sild.customer;

import java.util.Locale;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

/** A user who enters a new customer sees possible duplicates among the customers that they may see. */
@QuarkusTest
class LikelyCustomersTest {

    private final String name = word() + word();

    private static String word() {
        return UUID.randomUUID().toString().replaceAll("[0-9-]", "");
    }

    private static String customer(Person by, String name, String more) {
        return Api.answered(
                        as(by).body("{\"name\": \"%s\", \"country\": \"EE\"%s}".formatted(name, more))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
    }

    private static ValidatableResponse check(Person by, String name, String more) {
        return as(by).body("{\"name\": \"%s\", \"country\": \"EE\"%s}".formatted(name, more))
                .post("/api/v1/customers/check")
                .then()
                .statusCode(200);
    }

    @Test
    void the_vendor_sees_the_most_certain_match_first() {
        String domain = name + ".example";
        String code = "K" + name.toUpperCase(Locale.ROOT);
        String bySite = customer(
                sales(),
                word() + word(),
                ", \"profile\": {\"webDomain\": \"%s\"}, \"address\": {\"city\": \"Kuressaare\"}".formatted(domain));
        String byCode = customer(admin(), word() + word(), ", \"profile\": {\"registryCode\": \"%s\"}".formatted(code));
        String byName = customer(admin(), name + " kaubandus OÜ", "");
        check(
                        sales(),
                        name + " kaubandusühing",
                        ", \"profile\": {\"webDomain\": \"pood.%s\", \"registryCode\": \"%s\"}".formatted(domain, code))
                .body(
                        "items.id",
                        contains(byCode, bySite, byName),
                        "items.matchedBy",
                        contains("REGISTRY_CODE", "WEB_DOMAIN", "NAME"),
                        "items[1].city",
                        is("Kuressaare"),
                        "items[0].registryCode",
                        is(code),
                        "items[0].likeness",
                        is(1.0f));
        check(sales(), word() + word(), "").body("items", empty());
    }

    @Test
    void a_partner_sees_only_its_own_customers() {
        Company mine = Api.partner();
        Company other = Api.partner();
        String own = customer(mine.seller(), name + " OÜ", "");
        customer(other.seller(), "AS " + name, "");
        customer(admin(), name, ", \"profile\": {\"registryCode\": \"k%s\"}".formatted(name));
        check(mine.admin(), name, ", \"profile\": {\"registryCode\": \"k%s\"}".formatted(name))
                .body("items.id", contains(own));
        check(Api.partner().seller(), name, ", \"profile\": {\"registryCode\": \"k%s\"}".formatted(name))
                .body("items", empty());
    }
}
