package ee.sild.notification;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
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
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** Only users who can sign in are notified; if those responsible cannot, others are. */
@QuarkusTest
@Tag("slow")
class ReachableUsersTest {

    private static int notifications(Person of) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var query = owner.prepareStatement("select count(*) from notification where user_id = ?")) {
            query.setObject(1, UUID.fromString(of.id()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<ReceivedMail> mailsTo(Person of) {
        return MailCatcher.notificationsTo(of.email());
    }

    /** The partner works on an opportunity of this owner. */
    private static String offered(Person owner, Company partner) {
        String opportunity = Api.answered(
                        as(owner)
                                .body("{\"topic\": \"Võrk 🚀\", \"customer\": {\"name\": \"%s\", \"country\": \"EE\"}}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        Api.distribute(opportunity, partner);
        return opportunity;
    }

    private static String offerOf(String opportunity) {
        return as(admin()).get("/api/v1/opportunities/{id}", opportunity).path("distribution.distributionId");
    }

    private static void programme(Company partner, String programme) {
        as(admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"programme\": %s}".formatted(programme))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
    }

    private static void deactivate(Person one) {
        as(admin()).post("/api/v1/users/{id}/deactivate", one.id()).then().statusCode(200);
    }

    private static void accept(Company partner, String opportunity) {
        as(partner.manager())
                .post("/api/v1/distributions/{id}/accept", offerOf(opportunity))
                .then()
                .statusCode(200);
    }

    @Test
    void users_of_a_suspended_partner_and_deactivated_users_are_not_written_to() throws SQLException {
        Company partner = Api.partner().createAll();
        String opportunity = offered(sales(), partner);
        accept(partner, opportunity);
        Person left = Api.person(partner.id(), "PARTNER_MANAGER");
        int before = notifications(partner.admin());
        deactivate(left);
        as(admin())
                .body("{\"reason\": \"Programm lõppes\"}")
                .post("/api/v1/partners/{id}/suspend", partner.id())
                .then()
                .statusCode(200);
        as(admin())
                .body("{\"reason\": \"Partner on peatatud\"}")
                .post("/api/v1/opportunities/{id}/take-back", opportunity)
                .then()
                .statusCode(200);
        assertThat(notifications(partner.admin())).isEqualTo(before);
        assertThat(notifications(left)).isZero();
    }

    @Test
    void a_mail_that_waits_while_its_partner_is_suspended_is_not_sent() throws SQLException {
        Company partner = Api.partner().createAll();
        offered(sales(), partner);
        ShiftedClock.await("""
                select exists (select from mail m join notification n on n.id = m.notification_id
                                where n.user_id = ? and m.sent_at is not null)""", UUID.fromString(partner.admin().id()));
        int received = mailsTo(partner.admin()).size();
        as(admin())
                .body("{\"reason\": \"x\"}")
                .post("/api/v1/partners/{id}/suspend", partner.id())
                .then()
                .statusCode(200);
        try (var owner = SuperuserConnection.connection();
                var waits = owner.prepareStatement("""
                        update mail set sent_at = null, next_try_at = now()
                         where notification_id in (select id from notification where user_id = ?)""")) {
            waits.setObject(1, UUID.fromString(partner.admin().id()));
            waits.executeUpdate();
        }
        ShiftedClock.await("""
                select not exists (select from mail m join notification n on n.id = m.notification_id
                                    where n.user_id = ? and m.next_try_at is not null)""", UUID.fromString(partner.admin().id()));
        assertThat(mailsTo(partner.admin())).hasSize(received);
    }

    @Test
    void the_channel_manager_hears_for_an_owner_who_has_left() throws SQLException {
        Person owner = Api.staff("SALES");
        Person manager = Api.staff("CHANNEL_MANAGER");
        Company partner = Api.partner().createAll();
        programme(partner, "{\"channelManagerId\": \"%s\"}".formatted(manager.id()));
        String opportunity = offered(owner, partner);
        leave(owner);
        accept(partner, opportunity);
        as(manager).get("/api/v1/notifications").then().body("items.opportunity.id", hasItem(opportunity));
        as(admin())
                .get("/api/v1/notifications?limit=100")
                .then()
                .body("items.opportunity.id", not(hasItem(opportunity)));
        assertThat(notifications(owner)).isZero();
    }

    @Test
    void administrators_hear_if_nobody_else_is_left() throws SQLException {
        Person owner = Api.staff("SALES");
        Person manager = Api.staff("CHANNEL_MANAGER");
        Person director = Api.staff("ADMIN");
        Company partner = Api.partner().createAll();
        programme(partner, "{\"channelManagerId\": \"%s\"}".formatted(manager.id()));
        String opportunity = offered(owner, partner);
        leave(owner);
        leave(manager);
        accept(partner, opportunity);
        as(director).get("/api/v1/notifications").then().body("items.opportunity.id", hasItem(opportunity));
        String brought = Api.answered(
                        as(partner.seller())
                                .body("{\"topic\": \"Oma leid\", \"customer\": {\"name\": \"%s\", \"country\": \"EE\"}}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        as(director).get("/api/v1/notifications").then().body("items.opportunity.id", hasItem(brought));
    }

    /** As if they had left before anybody asked for a successor. */
    private static void leave(Person one) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var update = owner.prepareStatement("update app_user set status = 'DEACTIVATED' where id = ?")) {
            update.setObject(1, UUID.fromString(one.id()));
            update.executeUpdate();
        }
    }

    @Test
    void a_deadline_is_in_the_zone_of_the_partners_calendar() throws Exception {
        String calendar = Api.answered(
                        as(admin()).body("""
                {"name": "%s", "timeZone": "America/New_York", "hours": [
                 {"day": "MONDAY", "opens": "09:00", "closes": "17:00"}, {"day": "TUESDAY", "opens": "09:00", "closes": "17:00"},
                 {"day": "WEDNESDAY", "opens": "09:00", "closes": "17:00"}, {"day": "THURSDAY", "opens": "09:00", "closes": "17:00"},
                 {"day": "FRIDAY", "opens": "09:00", "closes": "17:00"}], "holidays": []}""".formatted(UUID.randomUUID())).post("/api/v1/calendars"), 201)
                .path("id")
                .asText();
        String tier = Api.answered(
                        as(admin())
                                .body("""
                {"name": "%s", "level": 1, "answerHours": 16, "calendarId": "%s"}""".formatted(UUID.randomUUID(), calendar))
                                .post("/api/v1/tiers"),
                        201)
                .path("id")
                .asText();
        Company partner = Api.partner().createAll();
        programme(partner, "{\"tierId\": \"%s\"}".formatted(tier));
        offered(sales(), partner);
        ShiftedClock.await("""
                select exists (select from mail m join notification n on n.id = m.notification_id
                                where n.user_id = ? and m.sent_at is not null)""", UUID.fromString(partner.admin().id()));
        assertThat(mailsTo(partner.admin())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("New opportunity: Võrk 🚀");
            assertThat(mail.text())
                    .containsPattern("\\d{1,2} \\p{L}+ \\d{4}, \\d{2}:\\d{2} \\(Eastern (Standard|Daylight) Time\\)");
        });
    }
}
