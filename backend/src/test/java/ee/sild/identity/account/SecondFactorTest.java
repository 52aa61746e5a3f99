package ee.sild.identity.account;

import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.ContractTest;
import ee.sild.ShiftedClock;
import ee.sild.notification.mail.MailCatcher;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** A user with a second factor signs in with a code besides the password, which works once. */
@QuarkusTest
@Tag("slow")
class SecondFactorTest {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = CODES.getTimeStep();
    private static final String NOTIFIED = """
            select exists (select from mail m join account_notice n on n.id = m.account_notice_id
              where n.email = ? and n.kind = ? and m.sent_at is not null)""";
    /** Of the caller's own account, and what needs no caller. */
    private static final Set<String> BEFORE_SECOND_FACTOR = Set.of(
            "getMe",
            "editMe",
            "listSessions",
            "endSession",
            "getSecondFactor",
            "setUpSecondFactor",
            "enableSecondFactor",
            "renewRecoveryCodes",
            "disableSecondFactor");

    /** An authenticator app. It shows the code of the current step, or of a later one. */
    private record App(String secret) {

        String code(int stepsLater) {
            try {
                var key = new SecretKeySpec(new Base32().decode(secret), CODES.getAlgorithm());
                return CODES.generateOneTimePasswordString(key, Instant.now().plus(STEP.multipliedBy(stepsLater)));
            } catch (InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private record Enabled(App app, List<String> recoveryCodes) {}

    private static ValidatableResponse post(Person person, String path, String field, String value) {
        return as(person)
                .body("{\"%s\": \"%s\"}".formatted(field, value))
                .post("/api/v1/me/second-factor" + path)
                .then();
    }

    private static App app(Person person) {
        return new App(post(person, "", "currentPassword", Api.PASSWORD)
                .statusCode(200)
                .extract()
                .path("secret"));
    }

    /** With the code of the step before, so that those of the current and the next one are left. */
    private static Enabled enable(Person person) {
        App app = app(person);
        return new Enabled(
                app,
                post(person, "/enable", "code", app.code(-1))
                        .statusCode(200)
                        .extract()
                        .path("recoveryCodes"));
    }

    private static ValidatableResponse signIn(Person person, String password, String code) {
        return anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\", \"code\": %s}"
                        .formatted(person.email(), password, code == null ? "null" : "\"" + code + "\""))
                .post("/api/v1/sessions")
                .then();
    }

    private static void require(String... roles) {
        as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"secondFactorRoles\": [%s]}"
                        .formatted(roles.length == 0 ? "" : "\"" + String.join("\", \"", roles) + "\""))
                .patch("/api/v1/policies")
                .then()
                .statusCode(200);
    }

    @Test
    void signing_in_needs_a_code_that_works_once() {
        Person seller = Api.partner().seller();
        post(seller, "", "currentPassword", "not the password").statusCode(422);
        App app = app(seller);
        signIn(seller, Api.PASSWORD, null).statusCode(201);
        post(seller, "/enable", "code", "000000").statusCode(422).body("errors[0].pointer", is("/code"));
        post(seller, "/enable", "code", app.code(-1)).statusCode(200).body("recoveryCodes.size()", is(10));
        post(seller, "", "currentPassword", Api.PASSWORD).statusCode(409).body("code", is("second-factor.enabled"));
        ShiftedClock.await(NOTIFIED, seller.email(), "SECOND_FACTOR_ENABLED");

        signIn(seller, Api.PASSWORD, null).statusCode(401).body("code", is("sign-in.code-needed"));
        signIn(seller, "not the password", app.code(0)).statusCode(401).body("code", is("sign-in.wrong"));
        signIn(seller, Api.PASSWORD, "123").statusCode(401).body("code", is("sign-in.code-wrong"));
        String code = app.code(0);
        signIn(seller, Api.PASSWORD, code).statusCode(201);
        signIn(seller, Api.PASSWORD, code).statusCode(401).body("code", is("sign-in.code-wrong"));
        String spaced = app.code(1);
        signIn(seller, Api.PASSWORD, spaced.substring(0, 3) + " " + spaced.substring(3))
                .statusCode(201);
    }

    @Test
    void a_recovery_code_replaces_a_lost_app_once_and_its_user_is_notified() {
        Person seller = Api.partner().seller();
        var enabled = enable(seller);
        String code = enabled.recoveryCodes().getFirst();
        signIn(seller, Api.PASSWORD, code.toUpperCase(Locale.ROOT)).statusCode(201);
        ShiftedClock.await(NOTIFIED, seller.email(), "RECOVERY_CODE_USED");
        assertThat(MailCatcher.notificationsTo(seller.email()).getFirst().subject())
                .isEqualTo("A recovery code for Sild was used");
        signIn(seller, Api.PASSWORD, code).statusCode(401).body("code", is("sign-in.code-wrong"));
        as(seller).get("/api/v1/me/second-factor").then().body("recoveryCodesLeft", is(9), "enabled", is(true));
        List<String> next = post(
                        seller, "/recovery-codes", "code", enabled.app().code(0))
                .statusCode(200)
                .extract()
                .path("recoveryCodes");
        signIn(seller, Api.PASSWORD, enabled.recoveryCodes().get(1)).statusCode(401);
        post(seller, "/disable", "code", next.getFirst()).statusCode(204);
        signIn(seller, Api.PASSWORD, null).statusCode(201);
        signIn(seller, Api.PASSWORD, next.get(1)).statusCode(201);
        post(seller, "/disable", "code", next.get(1)).statusCode(422);
    }

    @Test
    void an_administrator_of_the_company_removes_the_second_factor_of_who_has_lost_all() {
        Company partner = Api.partner();
        Person seller = partner.seller();
        enable(seller);
        as(Api.partner().admin())
                .delete("/api/v1/users/{id}/second-factor", seller.id())
                .then()
                .statusCode(404);
        as(partner.admin())
                .delete("/api/v1/users/{id}/second-factor", seller.id())
                .then()
                .statusCode(204);
        signIn(seller, Api.PASSWORD, null).statusCode(201);
        as(admin())
                .delete("/api/v1/users/{id}/second-factor", seller.id())
                .then()
                .statusCode(409)
                .body("code", is("second-factor.disabled"));
    }

    @Test
    void codes_cannot_be_guessed() {
        Person seller = Api.partner().seller();
        var enabled = enable(seller);
        int refused = 0;
        for (int i = 0; i < 40 && refused == 0; i++) {
            int status = post(seller, "/disable", "code", "%06d".formatted(i))
                    .extract()
                    .statusCode();
            refused = status == 429 ? i : 0;
            assertThat(status).isIn(422, 429);
        }
        assertThat(refused).isPositive();
        post(seller, "/disable", "code", enabled.app().code(0)).statusCode(429);

        Person other = Api.partner().seller();
        var app = enable(other).app();
        int status = 401;
        for (int i = 0; i < 40 && status == 401; i++) {
            status = signIn(other, Api.PASSWORD, "%06d".formatted(i)).extract().statusCode();
        }
        assertThat(status).isEqualTo(429);
        signIn(other, Api.PASSWORD, app.code(0)).statusCode(429);
    }

    @Test
    void a_required_second_factor_comes_before_everything_else() {
        Person analyst = Api.staff("ANALYST");
        try {
            require("ANALYST");
            as(analyst).get("/api/v1/me").then().statusCode(200).body("secondFactorDue", is(true));
            var open = new ArrayList<String>();
            var refused = new ArrayList<String>();
            ContractTest.operations((name, operation) -> {
                String id = operation.path("operationId").asText();
                if (!operation.path("security").isEmpty() || !operation.has("security")) {
                    String path = name.substring(name.indexOf(' ') + 1)
                            .replaceAll("\\{[^}]+}", "019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9a11");
                    var types = operation.path("requestBody").path("content").fieldNames();
                    var request = Api.unvalidated(analyst);
                    if (types.hasNext()) {
                        request.contentType(types.next()).body("{}");
                    }
                    var answer =
                            request.request(name.substring(0, name.indexOf(' ')).toUpperCase(Locale.ROOT), path);
                    boolean isRefused = answer.statusCode() == 403
                            && Set.of("second-factor.due", "forbidden").contains(answer.<String>path("code"));
                    (isRefused ? refused : open).add(id);
                }
            });
            assertThat(refused).hasSizeGreaterThan(100);
            assertThat(open).isSubsetOf(BEFORE_SECOND_FACTOR);
            var enabled = enable(analyst);
            as(analyst).get("/api/v1/me").then().statusCode(200).body("secondFactorDue", is(false));
            as(analyst).get("/api/v1/opportunities").then().statusCode(200);
            post(analyst, "/disable", "code", enabled.app().code(0))
                    .statusCode(409)
                    .body("code", is("second-factor.required-by-role"));
        } finally {
            require();
        }
    }
}
