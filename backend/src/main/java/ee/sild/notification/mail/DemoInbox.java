package ee.sild.notification.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import ee.sild.platform.InstallationSettings;
import ee.sild.platform.security.DatabaseActor;

/**
 * Shows the mails of a demo without a mail server. They are all users' mails, so it is never in a real installation.
 */
@ApplicationScoped
public class DemoInbox {

    /** The path of the page. */
    public static final String PAGE = "/q/inbox";

    private static final int SHOWN = 500;

    private final EntityManager database;
    private final MailRenderer renderer;
    private final Template inbox;
    private final MailSettings mail;
    private final InstallationSettings installation;

    /** One mail as the page shows it. */
    public record Letter(String to, String subject, String date, String text) {}

    DemoInbox(
            EntityManager database,
            MailRenderer renderer,
            @Location("inbox.html") Template inbox,
            MailSettings mail,
            InstallationSettings installation) {
        this.database = database;
        this.renderer = renderer;
        this.inbox = inbox;
        this.mail = mail;
        this.installation = installation;
    }

    /** Whether this installation shows its mails on the page instead of sending them. */
    public static boolean isUsed(MailSettings mail, InstallationSettings installation) {
        return installation.demo() && mail.host().isEmpty();
    }

    void register(@Observes Router router) {
        if (isUsed(mail, installation)) {
            router.get(PAGE).blockingHandler(this::show);
        }
    }

    private void show(RoutingContext request) {
        request.response()
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .end(inbox.data("letters", letters()).data("shown", SHOWN).render());
    }

    /** The most recently sent mails, newest first. */
    private List<Letter> letters() {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew()
                    .call(() -> database.createQuery(
                                    "from Mail m where m.sentAt is not null order by m.sentAt desc, m.id desc",
                                    Mail.class)
                            .setMaxResults(SHOWN)
                            .getResultStream()
                            .flatMap(this::letter)
                            .toList()));
        } finally {
            context.terminate();
        }
    }

    private Stream<Letter> letter(Mail mail) {
        return renderer.render(mail).stream()
                .map(rendered -> new Letter(rendered.to(), rendered.subject(), date(mail.sentAt()), rendered.plain()));
    }

    private static String date(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(Locale.ENGLISH)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
