package ee.sild.identity.account;

import java.util.List;
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
import ee.sild.notification.mail.MailCatcher;

import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** A new address must be confirmed by its user, from the mail to it. */
@QuarkusTest
@Tag("slow")
class EmailChangeTest {

    private static final Pattern LINK = Pattern.compile("/confirm-email/([\\w-]+)");
    private static final String SENT = """
            select not exists (select from mail m join email_change c on c.id = m.email_change_id
              where c.email = ? and m.next_try_at is not null)""";
    private static final String NOTIFIED = """
            select exists (select from mail m join account_notice n on n.id = m.account_notice_id
              where n.email = ? and m.sent_at is not null)""";

    private static String email() {
        return UUID.randomUUID() + "@people.test";
    }

    private static ValidatableResponse change(Person person, String email, String password) {
        return as(person)
                .body("{\"email\": \"%s\", \"currentPassword\": \"%s\"}".formatted(email, password))
                .post("/api/v1/me/email-change")
                .then();
    }

    private static ValidatableResponse confirm(Person person, String token) {
        return as(person)
                .body("{\"token\": \"%s\"}".formatted(token))
                .post("/api/v1/me/email-change/confirm")
                .then();
    }

    private static ValidatableResponse signIn(String email) {
        return anonymous()
                .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, Api.PASSWORD))
                .post("/api/v1/sessions")
                .then();
    }

    private static String token(String email) {
        ShiftedClock.await(SENT, email);
        var found = LINK.matcher(MailCatcher.notificationsTo(email).getFirst().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void a_confirmed_address_replaces_the_old_one_which_is_notified() {
        Person seller = Api.partner().seller();
        String next = email();
        change(seller, next, "not the password").statusCode(422).body("errors[0].pointer", is("/currentPassword"));
        change(seller, seller.email(), Api.PASSWORD).statusCode(409).body("code", is("email-change.same"));
        change(seller, next, Api.PASSWORD).statusCode(200).body("email", is(next));
        as(seller).get("/api/v1/me/email-change").then().statusCode(200).body("email", is(next));
        signIn(next).statusCode(401);
        String token = token(next);
        confirm(seller, "guessed").statusCode(409).body("code", is("email-change.ended"));

        confirm(seller, token).statusCode(204);

        as(seller).get("/api/v1/me").then().body("email", is(next));
        as(seller).get("/api/v1/me/email-change").then().statusCode(200).body("email", nullValue());
        signIn(next).statusCode(201);
        signIn(seller.email()).statusCode(401);
        ShiftedClock.await(NOTIFIED, seller.email());
        assertThat(MailCatcher.notificationsTo(seller.email()).getFirst().text())
                .contains(next);
        confirm(seller, token).statusCode(409).body("code", is("email-change.ended"));
    }

    @Test
    void the_link_does_nothing_for_anybody_else_and_not_after_it_was_replaced_or_cancelled() {
        Person seller = Api.partner().seller();
        String first = email();
        change(seller, first, Api.PASSWORD).statusCode(200);
        String token = token(first);
        confirm(Api.partner().seller(), token).statusCode(409).body("code", is("email-change.ended"));
        change(seller, email(), Api.PASSWORD).statusCode(200);
        confirm(seller, token).statusCode(409).body("code", is("email-change.ended"));
        String third = email();
        change(seller, third, Api.PASSWORD).statusCode(200);
        String last = token(third);
        as(seller).delete("/api/v1/me/email-change").then().statusCode(204);
        confirm(seller, last).statusCode(409).body("code", is("email-change.ended"));
        signIn(seller.email()).statusCode(201);
    }

    @Test
    void an_address_of_a_colleague_is_refused_also_if_the_colleague_was_first_to_confirm() {
        Company partner = Api.partner();
        change(partner.seller(), partner.admin().email(), Api.PASSWORD)
                .statusCode(409)
                .body("code", is("user.exists"));
        String wanted = email();
        var tokens = List.of(partner.seller(), partner.admin()).stream()
                .map(person -> {
                    change(person, wanted, Api.PASSWORD).statusCode(200);
                    return token(wanted);
                })
                .toList();
        assertThat(tokens).doesNotHaveDuplicates();
        confirm(partner.admin(), tokens.get(1)).statusCode(204);
        confirm(partner.seller(), tokens.get(0)).statusCode(409).body("code", is("user.exists"));
        change(Api.partner().seller(), wanted, Api.PASSWORD).statusCode(200);
    }
}
