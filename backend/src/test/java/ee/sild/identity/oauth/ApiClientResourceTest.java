package ee.sild.identity.oauth;

import java.util.Collections;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static ee.sild.Api.CONTRACT;
import static ee.sild.Api.accepted;
import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.sales;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ApiClientResourceTest {

    @Test
    void a_client_is_limited_to_its_scopes_until_it_is_revoked() {
        var client = client(
                "\"role\": \"SALES\", \"scopes\": [\"opportunities:read\", \"opportunities:write\", \"me:read\"]");
        String token = token(client)
                .statusCode(200)
                .body("token_type", is("Bearer"), "expires_in", is(1800))
                .extract()
                .path("access_token");
        bearer(token, "/api/v1/opportunities").statusCode(200);
        bearer(token, "/api/v1/me").statusCode(200).body("email", nullValue());
        bearer(token, "/api/v1/partners")
                .statusCode(403)
                .body("code", is("client.scope"), "detail", containsString("partners:read"));
        bearer(token, "/api/v1/sessions").statusCode(403).body("code", is("client.people-only"));
        anonymous()
                .header("Authorization", "Bearer " + token)
                .body("{\"topic\": \"x\", \"customer\": {\"name\": \"X\", \"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);

        as(admin())
                .post("/api/v1/api-clients/{id}/revoke", client.<String>path("id"))
                .then()
                .statusCode(200);
        bearer(token, "/api/v1/opportunities").statusCode(401);
        token(client).statusCode(401).body("error", is("invalid_client"));
        as(admin())
                .post("/api/v1/api-clients/{id}/revoke", client.<String>path("id"))
                .then()
                .statusCode(409);
    }

    @Test
    void a_client_of_a_partner_sees_only_the_partners_data() {
        var company = partner();
        String own = accepted(company);
        String other = accepted(partner());
        var client = client("\"role\": \"PARTNER_MANAGER\", \"partnerId\": \"%s\", \"scopes\": [\"opportunities:read\"]"
                .formatted(company.id()));
        String token = token(client).extract().path("access_token");
        bearer(token, "/api/v1/opportunities/" + own).statusCode(200);
        bearer(token, "/api/v1/opportunities/" + other).statusCode(404);
    }

    @Test
    void a_token_cannot_have_more_scopes_than_the_client() {
        var client = client("\"role\": \"SALES\", \"scopes\": [\"opportunities:read\"]");
        given().filter(CONTRACT)
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", client.<String>path("clientId"))
                .formParam("client_secret", client.<String>path("clientSecret"))
                .formParam("scope", "opportunities:write")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", is("invalid_scope"));
        given().filter(CONTRACT)
                .formParam("grant_type", "password")
                .post("/oauth/token")
                .then()
                .statusCode(400)
                .body("error", is("unsupported_grant_type"));
        as(admin())
                .get("/api/v1/api-clients")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(client.<String>path("clientId")), "items[0].clientSecret", nullValue());
        as(sales()).get("/api/v1/api-clients").then().statusCode(403);
        as(admin())
                .body("{\"name\": \"x\", \"role\": \"PARTNER_ADMIN\", \"scopes\": [\"me:read\"]}")
                .post("/api/v1/api-clients")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/role"));
    }

    @Test
    void the_old_secret_is_valid_for_a_while_after_a_rotation() {
        var first = client("\"role\": \"SALES\", \"scopes\": [\"me:read\"]");
        String id = first.path("id");
        var second = as(admin())
                .post("/api/v1/api-clients/{id}/rotate-secret", id)
                .then()
                .statusCode(200)
                .body("previousSecretUntil", notNullValue())
                .extract();
        token(first).statusCode(200);
        token(second).statusCode(200);
        var third = as(admin())
                .post("/api/v1/api-clients/{id}/rotate-secret", id)
                .then()
                .statusCode(200)
                .extract();
        token(first).statusCode(401);
        token(second).statusCode(200);
        as(admin())
                .get("/api/v1/api-clients/{id}", id)
                .then()
                .statusCode(200)
                .body("clientSecret", nullValue(), "clientId", is(third.<String>path("clientId")));
        as(admin())
                .post("/api/v1/api-clients/{id}/revoke", id)
                .then()
                .statusCode(200)
                .body("previousSecretUntil", nullValue());
        token(second).statusCode(401);
        token(third).statusCode(401);
    }

    private static ExtractableResponse<Response> client(String terms) {
        return as(admin())
                .body("{\"name\": \"CRM\", " + terms + "}")
                .post("/api/v1/api-clients")
                .then()
                .statusCode(201)
                .extract();
    }

    private static ValidatableResponse token(ExtractableResponse<Response> client) {
        return given().filter(CONTRACT)
                .auth()
                .preemptive()
                .basic(client.path("clientId"), client.path("clientSecret"))
                .formParam("grant_type", "client_credentials")
                .post("/oauth/token")
                .then();
    }

    private static ValidatableResponse bearer(String token, String path) {
        return anonymous().header("Authorization", "Bearer " + token).get(path).then();
    }

    @Test
    void a_form_with_too_many_fields_is_refused() {
        given().filter(CONTRACT)
                .formParam("grant_type", "client_credentials")
                .formParam("x", Collections.nCopies(4_000, ""))
                .post("/oauth/token")
                .then()
                .statusCode(413)
                .body("code", is("too-large"));
    }
}
