package ee.sild.notification;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;
import ee.sild.notification.mail.MailCatcher;
import ee.sild.notification.mail.MailCatcher.ReceivedMail;
import ee.sild.platform.Texts;

import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static ee.sild.Api.unvalidated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who is notified of what, in the app, by mail and live. */
@QuarkusTest
@Tag("slow")
class NotificationResourceTest {

    private static ValidatableResponse notifications(Person reader) {
        return as(reader)
                .queryParam("limit", 50)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200);
    }

    private static List<ReceivedMail> mailsTo(Person reader, int wanted) throws InterruptedException {
        List<ReceivedMail> mails = List.of();
        for (int i = 0; i < 100 && mails.size() < wanted; i++) {
            Thread.sleep(100);
            mails = MailCatcher.notificationsTo(reader.email());
        }
        return mails;
    }

    /** Sent or waiting. */
    private static int mailsKept(Person reader) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var query = owner.prepareStatement(
                        "select count(*) from mail m join notification n on n.id = m.notification_id "
                                + "where n.user_id = ?")) {
            query.setObject(1, UUID.fromString(reader.id()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void an_offer_notifies_users_who_may_answer_it_in_their_language() throws Exception {
        Company partner = Api.partner().createAll();
        Api.patch(partner.manager(), 1)
                .body("{\"language\": \"et\"}")
                .patch("/api/v1/me")
                .then()
                .statusCode(200);
        // A user who only gets the notifications of this test.
        Person keeper = Api.staff("SALES");
        String opportunity = as(keeper)
                .body("{\"topic\": \"Võrgu uuendus\", \"customer\": {\"name\": \"Saarte Kala AS\", "
                        + "\"country\": \"EE\"}}")
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String offer = as(keeper)
                .body(Api.direct(partner.id()))
                .post("/api/v1/opportunities/{id}/distribute", opportunity)
                .then()
                .statusCode(200)
                .extract()
                .path("distribution.distributionId");

        notifications(partner.admin())
                .body(
                        "items.kind",
                        contains("DELIVERED"),
                        "items[0].opportunity.id",
                        is(opportunity),
                        "items[0].answerBy",
                        notNullValue());
        notifications(partner.manager()).body("items.kind", contains("DELIVERED"));
        notifications(partner.seller()).body("items", empty());
        assertThat(mailsTo(partner.admin(), 1)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("New opportunity: Võrgu uuendus");
            assertThat(mail.text()).contains("/opportunities/" + opportunity, "Hello Kadri Tamm");
        });
        assertThat(mailsTo(partner.manager(), 1))
                .singleElement()
                .extracting(ReceivedMail::subject)
                .isEqualTo("Uus müügivõimalus: Võrgu uuendus");

        as(partner.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        notifications(keeper)
                .body(
                        "items.kind",
                        contains("ACCEPTED"),
                        "items[0].opportunity.id",
                        is(opportunity),
                        "items[0].about",
                        notNullValue());
        notifications(partner.admin()).body("items.kind", contains("DELIVERED"));
    }

    /**
     * The mails to a new partner about offers with these topics, in the order in which they were created. Earlier
     * versions stored topics that are refused now.
     */
    private static List<ReceivedMail> offered(Company partner, List<String> topics) throws Exception {
        for (String topic : topics) {
            boolean refused = Texts.forbidden(topic) >= 0;
            String opportunity = as(sales())
                    .body(Map.of(
                            "topic",
                            refused ? "Topic" : topic,
                            "customer",
                            Map.of("name", "Saarte Kala AS", "country", "EE")))
                    .post("/api/v1/opportunities")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            if (refused) {
                store(opportunity, topic);
            }
            Api.distribute(opportunity, partner);
        }
        return mailsTo(partner.admin(), topics.size()).reversed();
    }

    private static void store(String opportunity, String topic) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var sql = owner.prepareStatement("update opportunity set topic = ? where id = ?::uuid")) {
            sql.setString(1, topic);
            sql.setString(2, opportunity);
            assertThat(sql.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void a_mail_has_the_subject_and_text_of_any_topic() throws Exception {
        Company partner = Api.partner();
        partner.admin();
        var topics = new LinkedHashMap<String, String>();
        topics.put("Tarkvara 🚀\nteine rida", "Tarkvara 🚀 teine rida");
        topics.put("Võrk\r\nBcc: thief@example.com\r\n\r\nHi", "Võrk Bcc: thief@example.com Hi");
        topics.put(
                "Õunaaed šokolaadiga žürii ette 👩‍👩‍👧‍👦 ".repeat(4).strip(),
                "Õunaaed šokolaadiga žürii ette 👩‍👩‍👧‍👦 ".repeat(4).strip());
        topics.put("a\tb\u0001c\u0085d\u2028e\u001bf", "a b c d e f");
        topics.put("ab\u202Egnp.exe\u2066", "abgnp.exe");
        topics.put("=?UTF-8?Q?Other_words?=", "=?UTF-8?Q?Other_words?=");

        var mails = offered(partner, List.copyOf(topics.keySet()));

        assertThat(mails)
                .extracting(ReceivedMail::subject)
                .containsExactlyElementsOf(topics.values().stream()
                        .map("New opportunity: "::concat)
                        .toList());
        assertThat(mails)
                .zipSatisfy(
                        topics.values(),
                        (mail, topic) -> assertThat(mail.text())
                                .contains("\r\n" + topic + " has been offered to your company."));
    }

    @Test
    void a_mail_that_fails_does_not_delay_others() throws Exception {
        Company held = Api.partner();
        Company refused = Api.partner();
        Company other = Api.partner();
        held.admin();
        other.admin();
        try (var owner = SuperuserConnection.connection();
                var sql = owner.createStatement()) {
            sql.executeUpdate("update app_user set email = '@ no address @' where id = '%s'"
                    .formatted(refused.admin().id()));
            owner.setAutoCommit(false);
            for (Company partner : List.of(held, refused)) {
                Api.distribute(Api.opportunity(), partner);
            }
            sql.executeQuery(("select m.* from mail m join notification n on n.id = m.notification_id where "
                            + "n.user_id = '%s' for update of m")
                    .formatted(held.admin().id()));
            assertThat(offered(other, List.of("Võrgu uuendus"))).hasSize(1);
            owner.rollback();
        }
        assertThat(mailsTo(held.admin(), 1)).hasSize(1);
    }

    @Test
    void notifications_are_marked_as_read_and_can_be_muted() throws Exception {
        Company partner = Api.partner().createAll();
        Api.patch(partner.manager(), 1)
                .body("{\"mutedInApp\": [\"DELIVERED\"], \"mutedMail\": [\"DELIVERED\", \"RECALLED\"]}")
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("mutedInApp", contains("DELIVERED"), "mutedMail", contains("DELIVERED", "RECALLED"));
        String opportunity = Api.opportunity();
        Api.distribute(opportunity, partner);
        as(sales())
                .post("/api/v1/opportunities/{id}/recall", opportunity)
                .then()
                .statusCode(200);

        notifications(partner.manager()).body("items.kind", contains("RECALLED"));
        assertThat(mailsTo(partner.admin(), 2)).hasSize(2);
        assertThat(mailsKept(partner.manager())).isZero();
        assertThat(mailsKept(partner.admin())).isEqualTo(2);

        String first = notifications(partner.admin())
                .body("items.kind", contains("RECALLED", "DELIVERED"))
                .extract()
                .path("items[0].id");
        as(partner.admin())
                .post("/api/v1/notifications/{id}/read", first)
                .then()
                .statusCode(200)
                .body("readAt", notNullValue());
        as(partner.admin())
                .queryParam("unread", true)
                .queryParam("count", true)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.kind", contains("DELIVERED"), "items.readAt", contains(nullValue()), "total", is(1));
        as(partner.admin())
                .post("/api/v1/notifications/read")
                .then()
                .statusCode(200)
                .body("unread", is(0));
        as(partner.admin())
                .queryParam("unread", true)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items", empty());
        as(partner.manager())
                .post("/api/v1/notifications/{id}/read", first)
                .then()
                .statusCode(404);
    }

    @Test
    void only_users_who_may_read_a_note_can_be_mentioned() {
        Company partner = Api.partner().createAll();
        String opportunity = Api.accepted(partner);
        as(sales())
                .get("/api/v1/opportunities/{id}/people", opportunity)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(partner.admin().id()), "items.id", hasItem(sales().id()));
        as(partner.admin())
                .get("/api/v1/opportunities/{id}/people", opportunity)
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        hasItem(sales().id()),
                        "items.id",
                        not(hasItem(Api.admin().id())));

        String note = "{\"text\": \"Kas saad aidata?\", \"visibility\": \"%s\", \"mentions\": [\"%s\"]}";
        as(sales())
                .body(note.formatted("STAFF", partner.admin().id()))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/mentions/0"));
        as(sales())
                .body(note.formatted("EVERYONE", Api.partner().admin().id()))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(422);
        as(sales())
                .body(note.formatted("EVERYONE", partner.admin().id()))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201);
        notifications(partner.admin())
                .body(
                        "items[0].kind",
                        is("MENTIONED"),
                        "items[0].excerpt",
                        is("Kas saad aidata?"),
                        "items[0].about",
                        notNullValue());
    }

    @Test
    void a_mention_in_the_text_means_one_user() {
        Company partner = Api.partner().createAll();
        String opportunity = Api.accepted(partner);
        String token = "[@Somebody](user:%s)";
        String path = "/api/v1/opportunities/{id}/notes";
        as(sales())
                .body("{\"text\": \"Tere %s\"}"
                        .formatted(token.formatted(Api.partner().admin().id())))
                .post(path, opportunity)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/text"));
        var written = as(sales())
                .body("{\"text\": \"Tere %s!\"}"
                        .formatted(token.formatted(partner.admin().id())))
                .post(path, opportunity)
                .then()
                .statusCode(201)
                .extract();
        String name = written.<String>path("html").replaceAll("(?s).*<span class=\"mention\">@([^<]*)</span>!.*", "$1");
        assertThat(written.<String>path("text"))
                .isEqualTo(
                        "Tere [@%s](user:%s)!".formatted(name, partner.admin().id()));
        assertThat(name).isNotEqualTo("Somebody").isNotEmpty();
        notifications(partner.admin())
                .body("items[0].kind", is("MENTIONED"), "items[0].excerpt", is("Tere @" + name + "!"));
        notifications(partner.manager()).body("items.kind", not(hasItem("MENTIONED")));

        as(sales())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"text\": \"%s ja %s\"}"
                        .formatted(
                                token.formatted(partner.admin().id()),
                                token.formatted(partner.manager().id())))
                .patch(path + "/" + written.path("id"), opportunity)
                .then()
                .statusCode(200);
        notifications(partner.manager()).body("items[0].kind", is("MENTIONED"));
        notifications(partner.admin()).body("items.findAll { it.kind == 'MENTIONED' }.size()", is(1));
    }

    @Test
    void live_changes_are_complete_and_limited_to_visible_data() throws Exception {
        Company partner = Api.partner().createAll();
        Company other = Api.partner().createAll();
        String begin = stream(partner.admin(), null);
        String position = position(begin);
        assertThat(begin).contains("event:ready", "\"kind\":\"READY\"");
        String opportunity = Api.accepted(partner);
        as(sales())
                .body("{\"text\": \"Ainult meile\", \"visibility\": \"STAFF\"}")
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201);
        as(partner.admin())
                .body("{\"text\": \"Kõigile\"}")
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201);
        Thread.sleep(1_500);

        String missed = stream(partner.admin(), position);
        assertThat(missed)
                .contains("\"kind\":\"DELIVERED\"", "\"kind\":\"ACCEPTED\"", "\"kind\":\"NOTIFICATION\"")
                .containsOnlyOnce("\"kind\":\"NOTE\"");
        assertThat(stream(partner.admin(), position(missed))).doesNotContain("event:change");
        assertThat(stream(other.admin(), position)).doesNotContain(opportunity);
        assertThat(stream(sales(), position).split("\"kind\":\"NOTE\"", -1)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(stream(partner.admin(), "1.1")).contains("\"kind\":\"RESET\"");
        assertThat(stream(partner.admin(), "nonsense")).contains("\"kind\":\"RESET\"");
        as(partner.admin())
                .queryParam("after", "1".repeat(41))
                .get("/api/v1/events/stream")
                .then()
                .statusCode(422);
        as(partner.admin())
                .queryParam("after", position)
                .get("/api/v1/events/stream")
                .then()
                .statusCode(200);
    }

    private static String stream(Person reader, String after) {
        var request = unvalidated(reader);
        return (after == null ? request : request.header("Last-Event-ID", after))
                .get("/api/v1/events/stream")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String position(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("id:"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .substring(3)
                .strip();
    }
}
