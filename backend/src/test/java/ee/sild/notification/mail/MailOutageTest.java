package ee.sild.notification.mail;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.ShiftedClock;
import ee.sild.SuperuserConnection;
import ee.sild.notification.mail.SmtpServer.Answer;
import ee.sild.notification.mail.SmtpServer.Step;

import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** A mail server that does not answer blocks no request and no transaction, and the mail is sent later, once. */
@QuarkusTest
@Tag("slow")
class MailOutageTest {

    /** Each mail that comes first takes the time limit of the server. */
    private static final String NOTHING_IS_DUE =
            "select not exists (select from mail where next_try_at <= now() + interval '20 seconds')";

    private static final String ATTEMPTED = """
            select coalesce(max(m.attempts), 0) >= 1 from mail m join invitation i on i.id = m.invitation_id
             where i.user_id = ?""";
    private static final String SENT = """
            select count(m.sent_at) = 1 from mail m join invitation i on i.id = m.invitation_id where i.user_id = ?""";
    private static final String WAITING_TRANSACTIONS = """
            select count(*) from pg_stat_activity
             where state like 'idle in transaction%' and state_change < now() - interval '1 second'""";

    @Test
    void a_silent_mail_server_blocks_nothing_and_gets_the_mail_when_it_answers_again() throws Throwable {
        Company partner = Api.partner();
        String email = UUID.randomUUID() + "@people.test";
        var user = new UUID[1];
        partner.admin();
        ShiftedClock.await(NOTHING_IS_DUE);
        MailCatcher.whileAway(() -> {
            try (var silent = new SmtpServer(MailCatcher.port())) {
                silent.answer(Step.GREETING, Answer.NOTHING);
                user[0] = UUID.fromString(Api.answered(
                                as(partner.admin())
                                        .body("{\"name\": \"Jānis\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}"
                                                .formatted(email))
                                        .post("/api/v1/partners/{id}/users", partner.id()),
                                201)
                        .path("user")
                        .path("id")
                        .asText());
                while (silent.connections() == 0) {
                    Thread.sleep(100);
                }
                for (int i = 0; i < 5; i++) {
                    assertTimeout(
                            Duration.ofSeconds(2),
                            () -> as(partner.admin())
                                    .get("/api/v1/notifications")
                                    .then()
                                    .statusCode(200));
                    Thread.sleep(1_000);
                    assertThat(waitingTransactions()).isZero();
                }
                ShiftedClock.await(ATTEMPTED, user[0]);
            }
        });
        ShiftedClock.forward(Duration.ofMinutes(2), SENT, user[0]);
        assertThat(MailCatcher.mails())
                .filteredOn(mail -> mail.to().equals(email))
                .hasSize(1);
    }

    private static int waitingTransactions() throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var row = connection.createStatement().executeQuery(WAITING_TRANSACTIONS)) {
            row.next();
            return row.getInt(1);
        }
    }
}
