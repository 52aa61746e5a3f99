package ee.sild.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;

import io.quarkus.logging.Log;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to the mail server for several mails. It is opened for the first one, and again after a failure. It is
 * cut if a step takes longer than its limit, so that a server that does not answer, or answers slowly, blocks nobody.
 */
final class MailConnection implements AutoCloseable {

    /** The mail was not sent, or it is not known whether the server delivers it. */
    static final class NotSent extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotSent(MessagingException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private final MailSettings settings;
    private final MailServer.Limits limits;
    private final ScheduledExecutorService limiter;
    private final CuttableSockets sockets = new CuttableSockets();
    private final Session session;
    private final SMTPTransport transport;
    private ScheduledFuture<?> limit;

    MailConnection(MailSettings settings, MailServer.Limits limits, ScheduledExecutorService limiter) {
        this.settings = settings;
        this.limits = limits;
        this.limiter = limiter;
        this.session = Session.getInstance(properties());
        this.transport = new SMTPTransport(session, null) {
            @Override
            protected void finishData() throws IOException, MessagingException {
                limit(limits.accept());
                super.finishData();
            }
        };
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.user().isPresent()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    /** Returns when the server has confirmed that it delivers the mail. */
    void send(MailMessage mail) {
        try {
            var message = mail.mime(session, new InternetAddress(settings.from(), true));
            limit(limits.connect());
            if (!transport.isConnected()) {
                transport.connect(
                        settings.host().orElseThrow(),
                        settings.port(),
                        settings.user().orElse(null),
                        settings.password().orElse(null));
            }
            limit(limits.transmit());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            close();
            throw new NotSent(e);
        } finally {
            unlimited();
        }
    }

    @Override
    public void close() {
        limit(limits.connect());
        try {
            transport.close();
        } catch (MessagingException e) {
            Log.debug("The connection to the mail server was broken", e);
        } finally {
            unlimited();
            cut();
        }
    }

    private void limit(Duration limit) {
        unlimited();
        this.limit = limiter.schedule(this::cut, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void unlimited() {
        if (limit != null) {
            limit.cancel(false);
        }
    }

    private void cut() {
        try {
            sockets.cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
