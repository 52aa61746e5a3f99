package ee.sild.notification.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.ShiftedClock;
import ee.sild.notification.mail.MailCatcher.ReceivedMail;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

/** Invitations are mailed in the language of the invited user, and can be sent again, replaced and revoked. */
@QuarkusTest
@Tag("slow")
class InvitationMailTest {

    private static final Pattern LINK = Pattern.compile("/invitation/([\\w-]+)");
    private static final String SENT = """
            select count(*) = ? from mail m join invitation i on i.id = m.invitation_id
             where i.user_id = ? and m.sent_at is not null""";

    private static JsonNode invite(Company partner, String email, String language) {
        return Api.answered(
                as(partner.admin())
                        .body("""
                {"name": "Jānis Ozols", "email": "%s", "role": "PARTNER_SELLER", "language": "%s"}""".formatted(email, language))
                        .post("/api/v1/partners/{id}/users", partner.id()),
                201);
    }

    private static String email() {
        return UUID.randomUUID() + "@people.test";
    }

    private static String user(JsonNode invitation) {
        return invitation.path("user").path("id").asText();
    }

    private static String token(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** The mails to an address once this many are sent, newest first. */
    private static List<ReceivedMail> mails(JsonNode invitation, String email, int count) {
        ShiftedClock.await(SENT, count, UUID.fromString(user(invitation)));
        return MailCatcher.mails().stream()
                .filter(mail -> mail.to().equals(email))
                .toList();
    }

    private static ValidatableResponse accept(String token) {
        return anonymous()
                .body("{\"password\": \"%s\"}".formatted(Api.PASSWORD))
                .post("/api/v1/invitations/{token}/accept", token)
                .then();
    }

    @Test
    void the_link_in_the_mail_and_the_one_of_the_inviter_both_work_once() {
        Company partner = Api.partner();
        String email = email();
        var invitation = invite(partner, email, "et");
        assertThat(mails(invitation, email, 1)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Sinu kutse Sildi");
            assertThat(mail.text()).contains("Jānis Ozols", "Link kehtib kuni", "Koordineeritud maailmaaeg");
        });
        String mailed = token(mails(invitation, email, 1).getFirst().text());
        String shown = token(invitation.path("link").asText());
        assertThat(mailed).isNotEqualTo(shown);
        anonymous()
                .get("/api/v1/invitations/{token}", mailed)
                .then()
                .statusCode(200)
                .body("email", is(email));
        accept(mailed).statusCode(200);
        accept(shown).statusCode(409).body("code", is("invitation.used"));
    }

    @Test
    void a_new_invitation_replaces_the_links_of_earlier_ones() {
        Company partner = Api.partner();
        String email = email();
        var first = invite(partner, email, "en");
        String mailed = token(mails(first, email, 1).getFirst().text());
        var second = Api.answered(as(partner.admin()).post("/api/v1/users/{id}/invitation", user(first)), 200);
        String again = token(mails(first, email, 2).getFirst().text());
        for (String old : List.of(mailed, token(first.path("link").asText()))) {
            accept(old).statusCode(409).body("code", is("invitation.revoked"));
        }
        assertThat(again).isNotIn(mailed, token(second.path("link").asText()));
        accept(again).statusCode(200);
        as(partner.admin())
                .post("/api/v1/users/{id}/invitation", user(first))
                .then()
                .statusCode(409)
                .body("code", is("invitation.used"));
    }

    @Test
    void a_revoked_invitation_cannot_be_accepted_until_it_is_sent_again() {
        Company partner = Api.partner();
        var invitation = invite(partner, email(), "en");
        as(partner.admin())
                .delete("/api/v1/users/{id}/invitation", user(invitation))
                .then()
                .statusCode(204);
        accept(token(invitation.path("link").asText())).statusCode(409).body("code", is("invitation.revoked"));
        as(Api.partner().admin())
                .delete("/api/v1/users/{id}/invitation", user(invitation))
                .then()
                .statusCode(404);
        var next = Api.answered(as(admin()).post("/api/v1/users/{id}/invitation", user(invitation)), 200);
        accept(token(next.path("link").asText())).statusCode(200);
    }

    @Test
    void a_wrong_address_is_corrected_and_its_links_stop_working() {
        var partner = Api.partner();
        String wrong = UUID.randomUUID() + "@people.test";
        String right = UUID.randomUUID() + "@people.test";
        var first = Api.answered(
                as(partner.admin())
                        .body("{\"name\": \"Kaja Kask\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}"
                                .formatted(wrong))
                        .post("/api/v1/partners/{id}/users", partner.id()),
                201);
        String again = "/api/v1/users/{id}/invitation";
        for (String refused : List.of("not an address", "kaja@")) {
            as(partner.admin())
                    .body("{\"email\": \"%s\"}".formatted(refused))
                    .post(again, user(first))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/email"));
        }
        Api.refused(
                as(partner.admin())
                        .body("{\"email\": \"%s\"}"
                                .formatted(partner.seller().email().toUpperCase(Locale.ROOT)))
                        .post(again, user(first)),
                409,
                "user.exists");
        var second = Api.answered(
                as(partner.admin()).body("{\"email\": \"%s\"}".formatted(right)).post(again, user(first)), 200);
        assertThat(second.path("user").path("email").asText()).isEqualTo(right);
        accept(token(first.path("link").asText())).statusCode(409).body("code", is("invitation.revoked"));
        ShiftedClock.await("""
                select exists (select from mail m join invitation i on i.id = m.invitation_id
                                where i.user_id = ? and i.revoked_at is null and m.sent_at is not null)""", UUID.fromString(user(second)));
        assertThat(MailCatcher.mails().stream().filter(mail -> mail.to().equals(right)))
                .hasSize(1);
    }
}
