package ee.sild.platform.http.limit;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.platform.http.limit.AttemptLimits.Origin;
import ee.sild.platform.problem.TooMany;

import static ee.sild.Api.PASSWORD;
import static ee.sild.Api.anonymous;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who guesses a secret locks out nobody else. */
@QuarkusTest
class AttemptLimitsTest {

    private static final int GUESSES = 1_000;

    @Inject
    AttemptLimits limits;

    @Test
    void others_behind_an_address_sign_in_while_secrets_are_guessed_there() {
        var address = Origin.address("address " + UUID.randomUUID());
        for (int i = 0; i < GUESSES; i++) {
            limits.tryAt("guessed " + i, address);
        }
        for (int i = 0; i < 20; i++) {
            limits.tryAt("mari", address);
            limits.succeeded("mari", address);
        }
    }

    @Test
    void a_name_has_fewer_attempts_at_an_address_where_secrets_are_guessed() {
        var address = Origin.address("address " + UUID.randomUUID());
        for (int i = 0; i < 100; i++) {
            limits.tryAt("guessed " + i, address);
        }
        for (int i = 0; i < 3; i++) {
            limits.tryAt("mari", address);
        }
        assertThatThrownBy(() -> limits.tryAt("mari", address)).isInstanceOf(TooMany.class);
        limits.tryAt("mari", Origin.address("elsewhere " + UUID.randomUUID()));
    }

    @Test
    void a_user_signs_in_with_a_known_browser_after_others_have_guessed_the_password() {
        var person = Api.staff("SALES");
        String device =
                signIn(person.email(), PASSWORD, "none").then().extract().cookie("sild_device");
        for (int i = 0; i < 10; i++) {
            signIn(person.email(), "wrong", "forged").then().statusCode(401);
        }
        signIn(person.email(), PASSWORD, "forged").then().statusCode(429);
        signIn(person.email(), PASSWORD, device).then().statusCode(201);
        signIn(Api.sales().email(), "wrong", device).then().statusCode(401);
        for (int i = 0; i < 10; i++) {
            signIn(person.email(), "wrong", device).then().statusCode(401);
        }
        signIn(person.email(), PASSWORD, device).then().statusCode(429);
    }

    private static Response signIn(String email, String password, String device) {
        return anonymous()
                .cookie("sild_device", device)
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .post("/api/v1/sessions");
    }
}
