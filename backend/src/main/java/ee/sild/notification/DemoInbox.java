package ee.sild.notification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * A mail server for trying Sild out: it keeps what it gets in memory, and shows it on a page. Never part of a real
 * installation.
 */
public final class DemoInbox {

    /** Where it can be looked at. */
    public static final String PAGE = "/q/inbox";

    private static GreenMail server;

    /** One mail as the page shows it. */
    public record Letter(String to, String subject, String date, String text) {}

    private final Template inbox;

    DemoInbox(@Location("inbox.html") Template inbox) {
        this.inbox = inbox;
    }

    /** Starts it on this port of this machine, or on a free one for 0, and answers the port. */
    public static int start(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server.getSmtp().getPort();
    }

    public static boolean isRunning() {
        return server != null;
    }

    void register(@Observes Router router) {
        if (isRunning()) {
            router.get(PAGE).blockingHandler(this::show);
        }
    }

    private void show(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(inbox.data("letters", letters()).render());
    }

    /** What has come in, the newest first. */
    public static List<Letter> letters() {
        var letters = new ArrayList<Letter>();
        for (MimeMessage message : server.getReceivedMessages()) {
            letters.add(letter(message));
        }
        Collections.reverse(letters);
        return letters;
    }

    private static Letter letter(MimeMessage message) {
        try {
            return new Letter(
                    message.getRecipients(Message.RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    String.valueOf(message.getSentDate()),
                    text(message));
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
