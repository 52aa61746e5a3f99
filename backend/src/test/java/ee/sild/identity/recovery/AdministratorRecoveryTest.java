package ee.sild.identity.recovery;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class AdministratorRecoveryTest {

    private static final String NEW_PASSWORD = "seven green cranes above the bog";

    @Inject
    AdministratorRecovery recovery;

    @Test
    void an_administrator_without_password_and_app_comes_back() throws Exception {
        Person lost = Api.staff("ADMIN");
        try (var owner = SuperuserConnection.connection();
                var update = owner.prepareStatement(
                        "update app_user set second_factor_since = now() where lower(email) = lower(?)")) {
            update.setString(1, lost.email());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        String page = recovery.page(lost.email()).orElseThrow();
        anonymous()
                .body("{\"password\": \"%s\"}".formatted(NEW_PASSWORD))
                .post("/api/v1/password-resets/{token}/complete", page.substring(page.lastIndexOf('/') + 1))
                .then()
                .statusCode(204);
        anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(lost.email(), NEW_PASSWORD))
                .post("/api/v1/sessions")
                .then()
                .statusCode(201);
    }

    @Test
    void nobody_else_comes_in_that_way() {
        Person left = Api.staff("ADMIN");
        as(admin())
                .body("{}")
                .post("/api/v1/users/{id}/deactivate", left.id())
                .then()
                .statusCode(200);
        assertThat(recovery.page(left.email())).isEmpty();
        assertThat(recovery.page(Api.staff("CHANNEL_MANAGER").email())).isEmpty();
        assertThat(recovery.page(Api.partner().admin().email())).isEmpty();
        assertThat(recovery.page("nobody@people.test")).isEmpty();
    }
}
