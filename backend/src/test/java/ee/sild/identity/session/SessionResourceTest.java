package ee.sild.identity.session;

import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import ee.sild.Api;

import static ee.sild.Api.PASSWORD;
import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.signIn;
import static ee.sild.Api.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

@QuarkusTest
class SessionResourceTest {

    @Test
    void cookies_are_hidden_from_scripts_and_other_sites() {
        var person = staff("SALES");
        var cookies = anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}"
                        .formatted(person.email().toUpperCase(Locale.ROOT), PASSWORD))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .headers()
                .getValues("set-cookie");
        assertThat(cookies)
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("Secure")
                        .contains("SameSite=Strict"));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_get_the_same_response() {
        for (String email : new String[] {"nobody@nowhere.test", admin().email()}) {
            anonymous()
                    .body("{\"email\": \"%s\", \"password\": \"wrong\"}".formatted(email))
                    .post("/api/v1/sessions")
                    .then()
                    .statusCode(401)
                    .body("code", is("sign-in.wrong"), "detail", nullValue());
        }
    }

    @Test
    void a_sign_out_takes_effect_at_the_next_request() {
        var person = staff("SALES");
        as(person).get("/api/v1/me").then().statusCode(200).body("role", is("SALES"), "staff", is(true));
        as(person)
                .cookie("sild_refresh", person.refresh())
                .delete("/api/v1/sessions/current")
                .then()
                .statusCode(204);
        as(person).get("/api/v1/me").then().statusCode(401).body("code", is("unauthenticated"));
        refresh(person.refresh()).then().statusCode(401);
    }

    @Test
    void deactivation_and_a_changed_role_take_effect_at_the_next_request() {
        var person = staff("SALES");
        patch(admin(), 1)
                .body("{\"role\": \"ANALYST\"}")
                .patch("/api/v1/users/{id}", person.id())
                .then()
                .statusCode(200);
        as(person)
                .body("{\"topic\": \"x\"}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(403);
        as(admin())
                .post("/api/v1/users/{id}/deactivate", person.id())
                .then()
                .statusCode(200)
                .body("status", is("DEACTIVATED"));
        as(person).get("/api/v1/me").then().statusCode(401);
        anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), PASSWORD))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401);
        as(admin()).post("/api/v1/users/{id}/reactivate", person.id()).then().statusCode(200);
        as(person).get("/api/v1/me").then().statusCode(401);
        refresh(person.refresh()).then().statusCode(401);
        as(signIn(person.email())).get("/api/v1/me").then().statusCode(200);
        patch(admin(), 4)
                .body("{\"role\": \"PARTNER_ADMIN\"}")
                .patch("/api/v1/users/{id}", person.id())
                .then()
                .statusCode(oneOf(409, 412));
        as(admin())
                .post("/api/v1/users/{id}/deactivate", admin().id())
                .then()
                .statusCode(409)
                .body("code", is("user.self"));
    }

    @Test
    void users_of_a_suspended_partner_are_signed_out_at_the_next_request() {
        var company = partner().createAll();
        as(admin()).post("/api/v1/partners/{id}/suspend", company.id()).then().statusCode(200);
        as(company.seller()).get("/api/v1/me").then().statusCode(401);
        as(admin()).post("/api/v1/partners/{id}/activate", company.id()).then().statusCode(200);
        as(company.seller()).get("/api/v1/me").then().statusCode(401);
        refresh(company.seller().refresh()).then().statusCode(401);
        as(signIn(company.seller().email()))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("partner.id", is(company.id()));
    }

    @Test
    void wrong_current_passwords_are_limited_in_their_session_only() {
        var person = staff("SALES");
        var elsewhere = signIn(person.email());
        for (int i = 0; i < 10; i++) {
            changePassword(person, "wrong " + i).then().statusCode(422);
        }
        changePassword(person, PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("code", is("sign-in.too-many"));
        changePassword(elsewhere, PASSWORD).then().statusCode(200);
    }

    private static Response changePassword(Api.Person person, String current) {
        return patch(person, 1)
                .body("{\"password\": \"another long password\", \"currentPassword\": \"%s\"}".formatted(current))
                .patch("/api/v1/me");
    }

    @Test
    void a_refresh_token_works_for_two_tabs_at_the_same_time() {
        var person = staff("SALES");
        String next = refresh(person.refresh()).then().statusCode(200).extract().cookie("sild_refresh");
        refresh(person.refresh()).then().statusCode(200);
        refresh(next).then().statusCode(200);
        refresh("made-up").then().statusCode(401);
    }

    private static Response refresh(String token) {
        return anonymous()
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("sild_refresh", token)
                .post("/api/v1/sessions/refresh");
    }

    @Test
    void a_user_lists_and_ends_their_own_sessions() {
        var person = staff("SALES");
        var elsewhere = signIn(person.email());
        signIn(person.email());
        String id = as(person)
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .body("items.findAll { !it.current }", hasSize(2))
                .extract()
                .path("items.find { !it.current }.id");
        as(person).delete("/api/v1/sessions/{id}", id).then().statusCode(204);
        as(elsewhere).get("/api/v1/me").then().statusCode(200);
        as(admin()).delete("/api/v1/sessions/{id}", UUID.randomUUID()).then().statusCode(404);
        as(person)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"password\": \"another long password\", \"currentPassword\": \"no\"}")
                .patch("/api/v1/me")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/currentPassword"));
        patch(person, 1)
                .body("{\"password\": \"another long password\", \"currentPassword\": \"%s\", \"language\": \"et\"}"
                        .formatted(PASSWORD))
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("language", is("et"));
        as(elsewhere).get("/api/v1/me").then().statusCode(401);
        as(person).get("/api/v1/me").then().statusCode(200);
    }

    @Test
    void an_invitation_can_be_used_once() {
        String link = as(admin())
                .body("{\"name\": \"Uus\", \"email\": \"%s@people.test\", \"role\": \"SALES\", \"language\": \"et\"}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .body("user.status", is("INVITED"), "link", containsString("/invitation/"))
                .extract()
                .path("link");
        String token = link.substring(link.lastIndexOf('/') + 1);
        anonymous()
                .body("{\"password\": \"short\"}")
                .post("/api/v1/invitations/{t}/accept", token)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/password"));
        anonymous()
                .body("{\"password\": \"%s\"}".formatted(PASSWORD))
                .post("/api/v1/invitations/{t}/accept", token)
                .then()
                .statusCode(200)
                .body("language", is("et"));
        anonymous()
                .body("{\"password\": \"%s\"}".formatted(PASSWORD))
                .post("/api/v1/invitations/{t}/accept", token)
                .then()
                .statusCode(409)
                .body("code", is("invitation.used"));
        anonymous().get("/api/v1/invitations/{t}", "none").then().statusCode(404);
        as(admin())
                .body("{\"name\": \"X\", \"email\": \"%s\", \"role\": \"SALES\"}".formatted(admin().email()))
                .post("/api/v1/users")
                .then()
                .statusCode(409)
                .body("code", is("user.exists"));
        as(admin())
                .body("{\"name\": \"X\", \"email\": \"x@x.test\", \"role\": \"PARTNER_ADMIN\"}")
                .post("/api/v1/users")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/role"));
    }

    @Test
    void one_of_several_simultaneous_uses_of_an_invitation_succeeds() throws Exception {
        String link = as(admin())
                .body("{\"name\": \"Uus\", \"email\": \"%s@people.test\", \"role\": \"SALES\"}"
                        .formatted(UUID.randomUUID()))
                .post("/api/v1/users")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        String token = link.substring(link.lastIndexOf('/') + 1);
        Callable<Integer> accept = () -> anonymous()
                .body("{\"password\": \"%s\"}".formatted(PASSWORD))
                .post("/api/v1/invitations/{t}/accept", token)
                .statusCode();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var statuses = threads.invokeAll(Collections.nCopies(4, accept)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        }
    }

    @Test
    void setup_is_closed_once_a_user_exists() {
        admin();
        anonymous().get("/api/v1/setup").then().statusCode(200).body("needed", is(false));
        anonymous()
                .body(("{\"token\": \"x\", \"name\": \"X\", \"email\": \"x@x.test\", \"password\": "
                                + "\"%s\", \"language\": \"en\"}")
                        .formatted(PASSWORD))
                .post("/api/v1/setup")
                .then()
                .statusCode(409)
                .body("code", is("setup.done"));
    }
}
