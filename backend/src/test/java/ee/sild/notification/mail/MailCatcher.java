package ee.sild.notification.mail;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.function.Executable;

import ee.sild.platform.ObserverOrder;

/** A mail server for the mails that the application sends in tests. */
@ApplicationScoped
public class MailCatcher {

    private static GreenMail server;
    private static int port;

    public record ReceivedMail(String to, String subject, String text) {}

    void open(@Observes @Priority(ObserverOrder.STARTUP_FIRST) StartupEvent started, MailSettings settings) {
        port = settings.port();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** Stops the server while something runs; another one can take its port. */
    static void whileAway(Executable action) throws Throwable {
        server.stop();
        try {
            action.execute();
        } finally {
            server.start();
        }
    }

    static int port() {
        return port;
    }

    /** The received mails, newest first. */
    public static List<ReceivedMail> mails() {
        return Stream.of(server.getReceivedMessages())
                .map(MailCatcher::mail)
                .toList()
                .reversed();
    }

    /**
     * The received mails to an address except invitations, newest first. An invitation is mailed if the user has not
     * accepted it when the mails are sent, so that some users of the tests get it and others do not.
     */
    public static List<ReceivedMail> notificationsTo(String address) {
        return mails().stream()
                .filter(mail -> mail.to().equals(address) && !mail.text().contains("/invitation/"))
                .toList();
    }

    private static ReceivedMail mail(MimeMessage message) {
        try {
            return new ReceivedMail(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(), message.getSubject(), text(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart several
                ? text(several.getBodyPart(0))
                : String.valueOf(part.getContent());
    }
}
