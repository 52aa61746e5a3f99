package ee.sild.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.LockMode;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Sends the mails in the outbox. A mail that fails is retried for most of a day. In a demo without a mail server, mails
 * count as sent when they appear in the {@link DemoInbox}.
 */
@ApplicationScoped
class MailSenderJob implements Job {

    private static final int AT_A_TIME = 100;

    private final EntityManager database;
    private final MailServer server;
    private final MailRenderer renderer;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    MailSenderJob(
            EntityManager database,
            MailServer server,
            MailRenderer renderer,
            MailSettings settings,
            Outbox outbox,
            Clock clock) {
        this.database = database;
        this.server = server;
        this.renderer = renderer;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-mails";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        if (outbox.isUsed()) {
            try (var connection = server.connection()) {
                BatchRunner.forEach(this::due, id -> send(id, connection), this::failed);
            }
        }
    }

    private List<UUID> due() {
        return database.createQuery(
                        "select m.id from Mail m where m.nextTryAt <= :now order by m.nextTryAt", UUID.class)
                .setParameter("now", clock.instant())
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }

    /** Without a transaction while the mail server takes its time. */
    private void send(UUID id, MailConnection connection) {
        QuarkusTransaction.requiringNew()
                .call(() -> waiting(id).flatMap(renderer::render))
                .filter(letter -> settings.host().isPresent())
                .ifPresent(connection::send);
        QuarkusTransaction.requiringNew().run(() -> waiting(id).ifPresent(mail -> mail.sent(clock.instant())));
    }

    private void failed(UUID id, RuntimeException e) {
        Log.warnf("Mail %s could not be sent: %s", id, e);
        QuarkusTransaction.requiringNew()
                .run(() -> waiting(id).ifPresent(mail -> mail.failed(kind(e), clock.instant())));
    }

    private static String kind(RuntimeException e) {
        return (e instanceof MailConnection.NotSent ? e.getCause() : e)
                .getClass()
                .getSimpleName();
    }

    /** Skips a mail that another transaction has locked; it is sent next time. */
    private Optional<Mail> waiting(UUID id) {
        return Optional.ofNullable(database.find(Mail.class, id, LockMode.UPGRADE_SKIPLOCKED))
                .filter(Mail::isWaiting);
    }
}
