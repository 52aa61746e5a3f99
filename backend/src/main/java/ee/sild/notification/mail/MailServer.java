package ee.sild.notification.mail;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/** The SMTP server of this installation. */
@ApplicationScoped
class MailServer {

    /**
     * How long the steps of sending a mail may take. Accepting a mail may take longest, because a mail whose acceptance
     * is not awaited is sent again.
     *
     * @param connect until the server is ready for a mail
     * @param transmit until the server has the recipient and the content
     * @param accept until the server has confirmed that it delivers the mail
     */
    record Limits(Duration connect, Duration transmit, Duration accept) {}

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private final MailSettings settings;
    private final ScheduledExecutorService limiter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-limits").factory());

    MailServer(MailSettings settings) {
        this.settings = settings;
    }

    /** A connection that is opened when the first mail is sent. */
    MailConnection connection() {
        return new MailConnection(settings, LIMITS, limiter);
    }

    @PreDestroy
    void stop() {
        limiter.shutdownNow();
    }
}
