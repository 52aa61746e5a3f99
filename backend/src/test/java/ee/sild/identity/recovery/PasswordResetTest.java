package ee.sild.identity.recovery;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.ShiftedClock;
import ee.sild.SuperuserConnection;
import ee.sild.notification.mail.MailCatcher;
import ee.sild.notification.mail.MailCatcher.ReceivedMail;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Users who have forgotten the password choose a new one by a link; nobody else learns or gains anything. */
@QuarkusTest
@Tag("slow")
class PasswordResetTest {

    private static final String NEW_PASSWORD = "seven green cranes above the bog";
    private static final Pattern LINK = Pattern.compile("/password-reset/([\\w-]+)");
    private static final String HANDLED =
            "select not exists (select from password_reset_request r where lower(r.email) = lower(?))";
    private static final String SENT = """
            select not exists (select from mail m join password_reset r on r.id = m.password_reset_id
              join app_user u on u.id = r.user_id where lower(u.email) = lower(?) and m.next_try_at is not null)""";
    private static final String NOTIFIED = """
            select exists (select from mail m join account_notice n on n.id = m.account_notice_id
              where n.email = ? and m.sent_at is not null)""";

    private static ValidatableResponse request(String email) {
        return anonymous()
                .body("{\"email\": \"%s\"}".formatted(email))
                .post("/api/v1/password-resets")
                .then();
    }

    private static ValidatableResponse complete(String token, String password) {
        return anonymous()
                .body("{\"password\": \"%s\"}".formatted(password))
                .post("/api/v1/password-resets/{token}/complete", token)
                .then();
    }

    private static ValidatableResponse get(String token) {
        return anonymous().get("/api/v1/password-resets/{token}", token).then();
    }

    private static ValidatableResponse signIn(String email, String password) {
        return anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                .post("/api/v1/sessions")
                .then();
    }

    private static List<ReceivedMail> mails(String email) {
        ShiftedClock.await(HANDLED, email);
        ShiftedClock.await(SENT, email);
        return MailCatcher.notificationsTo(email).stream()
                .filter(mail -> LINK.matcher(mail.text()).find())
                .toList();
    }

    private static String token(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String linkOf(Person by, Person user) {
        return token(Api.answered(as(by).post("/api/v1/users/{id}/password-reset", user.id()), 200)
                .path("link")
                .asText());
    }

    @Test
    void a_forgotten_password_is_replaced_by_the_link_in_the_mail() {
        Person seller = Api.partner().seller();
        request(seller.email().toUpperCase(Locale.ROOT)).statusCode(202).body(emptyString());
        ReceivedMail mail = mails(seller.email()).getFirst();
        assertThat(mail.subject()).isEqualTo("Choose a new password for Sild");
        String token = token(mail.text());
        get(token).statusCode(200).body("email", is(seller.email()), "open", is(true));
        as(seller).get("/api/v1/me").then().statusCode(200);

        complete(token, NEW_PASSWORD).statusCode(204);

        as(seller).get("/api/v1/me").then().statusCode(401);
        signIn(seller.email(), Api.PASSWORD).statusCode(401);
        signIn(seller.email(), NEW_PASSWORD).statusCode(201);
        ShiftedClock.await(NOTIFIED, seller.email());
        assertThat(MailCatcher.notificationsTo(seller.email()).getFirst().subject())
                .isEqualTo("Your password for Sild was changed");
        get(token).statusCode(200).body("open", is(false));
        complete(token, Api.PASSWORD).statusCode(409).body("code", is("password-reset.ended"));
        signIn(seller.email(), NEW_PASSWORD).statusCode(201);
    }

    @Test
    void the_response_is_the_same_for_addresses_without_an_account() {
        Person left = Api.staff("SALES");
        as(admin())
                .body("{}")
                .post("/api/v1/users/{id}/deactivate", left.id())
                .then()
                .statusCode(200);
        var known = request(Api.staff("SALES").email()).statusCode(202).extract();
        for (String nobody : List.of(UUID.randomUUID() + "@people.test", left.email())) {
            var answer = request(nobody).statusCode(202).extract();
            assertThat(answer.asString()).isEqualTo(known.asString());
            assertThat(answer.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList())
                    .isEqualTo(known.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
            assertThat(mails(nobody)).isEmpty();
        }
    }

    @Test
    void what_is_not_an_address_is_refused() {
        for (String text : List.of("", "kadri", "kadri@", "x".repeat(330) + "@people.test")) {
            request(text).statusCode(422).body("errors.pointer", hasItem("/email"));
        }
    }

    @Test
    void each_account_of_an_address_gets_a_link_of_its_own() {
        Person seller = Api.partner().seller();
        Company other = Api.partner();
        String link = Api.answered(
                        as(other.admin())
                                .body("{\"name\": \"Sama Inimene\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}"
                                        .formatted(seller.email()))
                                .post("/api/v1/partners/{id}/users", other.id()),
                        201)
                .path("link")
                .asText();
        anonymous()
                .body("{\"password\": \"blue horses eat seventeen apples\"}")
                .post("/api/v1/invitations/{token}/accept", link.substring(link.lastIndexOf('/') + 1))
                .then()
                .statusCode(200);
        request(seller.email()).statusCode(202);
        var tokens =
                mails(seller.email()).stream().map(mail -> token(mail.text())).toList();
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void an_administrator_passes_on_a_link_and_never_learns_the_password() {
        Company partner = Api.partner();
        Person seller = partner.seller();
        as(Api.partner().admin())
                .post("/api/v1/users/{id}/password-reset", seller.id())
                .then()
                .statusCode(404);
        String earlier = linkOf(partner.admin(), seller);
        String token = linkOf(admin(), seller);
        signIn(seller.email(), Api.PASSWORD).statusCode(201);
        complete(token, seller.email()).statusCode(422).body("errors[0].code", is("password.guessable"));
        complete(token, NEW_PASSWORD).statusCode(204);
        complete(earlier, Api.PASSWORD).statusCode(409).body("code", is("password-reset.ended"));
        as(admin())
                .post("/api/v1/users/{id}/password-reset", Api.invited(partner.id(), "PARTNER_SELLER"))
                .then()
                .statusCode(409)
                .body("code", is("user.transition"));
    }

    @Test
    void links_end_with_the_password_the_account_and_the_partner() {
        Person changed = Api.partner().seller();
        String token = linkOf(admin(), changed);
        Api.patch(changed, as(changed).get("/api/v1/me").then().extract().path("version"))
                .body("{\"password\": \"%s\", \"currentPassword\": \"%s\"}".formatted(NEW_PASSWORD, Api.PASSWORD))
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
        complete(token, Api.PASSWORD).statusCode(409).body("code", is("password-reset.ended"));

        Company suspended = Api.partner();
        String closed = linkOf(suspended.admin(), suspended.seller());
        as(admin())
                .body("{}")
                .post("/api/v1/partners/{id}/suspend", suspended.id())
                .then()
                .statusCode(200);
        get(closed).statusCode(200).body("open", is(false));
        complete(closed, NEW_PASSWORD).statusCode(409).body("code", is("password-reset.ended"));
        get("unknown").statusCode(404);
        complete("unknown", NEW_PASSWORD).statusCode(404);
    }

    @Test
    void a_user_gets_five_mails_an_hour_however_many_are_requested() {
        Person seller = Api.partner().seller();
        for (int i = 0; i < 7; i++) {
            request(seller.email()).statusCode(202);
        }
        assertThat(mails(seller.email())).hasSize(5);
    }

    @Test
    void a_link_expires() throws SQLException {
        Person seller = Api.partner().seller();
        String token = linkOf(admin(), seller);
        try (var connection = SuperuserConnection.connection();
                var update = connection.prepareStatement("""
                    update password_reset set created_at = created_at - interval '1 hour',
                      expires_at = expires_at - interval '1 hour' where user_id = ?""")) {
            update.setObject(1, UUID.fromString(seller.id()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        get(token).statusCode(200).body("open", is(false));
        complete(token, NEW_PASSWORD).statusCode(409).body("code", is("password-reset.ended"));
        signIn(seller.email(), Api.PASSWORD).statusCode(201);
    }
}
