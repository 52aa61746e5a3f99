package ee.sild.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Companies cannot find out about each other's users by their e-mail addresses. */
@QuarkusTest
class SharedAddressTest {

    private static final String OTHER_PASSWORD = "blue horses eat seventeen apples";

    private static JsonNode invite(Person by, Company company, String email) {
        return Api.answered(
                as(by).body("{\"name\": \"Uus Inimene\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}"
                                .formatted(email))
                        .post("/api/v1/partners/{id}/users", company.id()),
                201);
    }

    private static ValidatableResponse accept(JsonNode invitation) {
        String link = invitation.path("link").asText();
        return anonymous()
                .body("{\"password\": \"%s\"}".formatted(OTHER_PASSWORD))
                .post("/api/v1/invitations/{token}/accept", link.substring(link.lastIndexOf('/') + 1))
                .then();
    }

    private static ValidatableResponse signIn(String email, String password) {
        return anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .post("/api/v1/sessions")
                .then();
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.properties().forEach(property -> {
            names.add(property.getKey());
            names.addAll(names(property.getValue()));
        });
        return names;
    }

    @Test
    void an_address_of_another_company_is_invited_like_a_new_one() {
        Company mine = Api.partner();
        Company other = Api.partner();
        var unknown = invite(mine.admin(), mine, UUID.randomUUID() + "@people.test");
        for (Person known : List.of(other.seller(), Api.staff("SALES"), Api.staff("ADMIN"))) {
            var invitation = invite(mine.admin(), mine, known.email().toUpperCase(Locale.ROOT));
            assertThat(names(invitation)).isEqualTo(names(unknown));
            assertThat(invitation.path("user").path("status").asText()).isEqualTo("INVITED");
            assertThat(invitation.path("user").path("actions"))
                    .isEqualTo(unknown.path("user").path("actions"));
            as(mine.admin())
                    .post(
                            "/api/v1/users/{id}/invitation",
                            invitation.path("user").path("id").asText())
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void each_account_of_an_address_is_opened_by_its_own_password() {
        Company mine = Api.partner();
        Company other = Api.partner();
        String email = other.seller().email();
        accept(invite(mine.admin(), mine, email)).statusCode(200).body("partner.id", is(mine.id()));
        signIn(email, OTHER_PASSWORD).statusCode(201).body("partner.id", is(mine.id()));
        signIn(email, Api.PASSWORD).statusCode(201).body("partner.id", is(other.id()));
        signIn(email, "neither of these passwords").statusCode(401).body("code", is("sign-in.wrong"));
    }

    /** Neither can it take over what the address may do elsewhere. */
    @Test
    void an_account_with_the_address_of_an_administrator_is_one_of_its_company_only() {
        Company mine = Api.partner();
        String email = Api.staff("ADMIN").email();
        var signedIn = accept(invite(mine.admin(), mine, email)).statusCode(200).body("role", is("PARTNER_SELLER"));
        anonymous()
                .cookie("sild_access", signedIn.extract().cookie("sild_access"))
                .get("/api/v1/users")
                .then()
                .statusCode(403);
        signIn(email, Api.PASSWORD).statusCode(201).body("partner", is(nullValue()));
    }

    /** The password of an account that cannot sign in opens none, and does not block another one. */
    @Test
    void a_deactivated_account_does_not_block_the_other_one() {
        Company mine = Api.partner();
        Company other = Api.partner();
        Person seller = other.seller();
        accept(invite(mine.admin(), mine, seller.email())).statusCode(200);
        as(admin()).post("/api/v1/users/{id}/deactivate", seller.id()).then().statusCode(200);
        signIn(seller.email(), Api.PASSWORD).statusCode(401);
        signIn(seller.email(), OTHER_PASSWORD).statusCode(201).body("partner.id", is(mine.id()));
    }

    @Test
    void a_company_has_an_address_once() {
        Company mine = Api.partner();
        String email = mine.seller().email();
        for (Person by : List.of(mine.admin(), admin())) {
            as(by).body("{\"name\": \"Uus\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}".formatted(email))
                    .post("/api/v1/partners/{id}/users", mine.id())
                    .then()
                    .statusCode(409)
                    .body("code", is("user.exists"));
        }
    }
}
