package ee.sild.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import ee.sild.platform.InstallationSettings;
import ee.sild.platform.problem.Messages;

/** Renders the mail for a notification, in the recipient's language. */
@ApplicationScoped
class MailRenderer {

    private static final String LETTER = """
            select u.email, u.name, u.language, u.status, n.kind, n.topic, n.number, n.about, n.reason_code,
              n.excerpt, n.answer_by, n.opportunity_id
              from notification n join app_user u on u.id = n.user_id where n.id = :id""";

    private final EntityManager database;
    private final Template template;
    private final InstallationSettings installation;

    MailRenderer(EntityManager database, @Location("mail.html") Template template, InstallationSettings installation) {
        this.database = database;
        this.template = template;
        this.installation = installation;
    }

    /** The mail with this ID; empty if its recipient is no longer active. */
    Optional<Mail> render(UUID id, UUID notificationId) {
        var letter = (Tuple) database.createNativeQuery(LETTER, Tuple.class)
                .setParameter("id", notificationId)
                .getSingleResult();
        return letter.get("status", String.class).equals("ACTIVE") ? Optional.of(mail(id, letter)) : Optional.empty();
    }

    private Mail mail(UUID id, Tuple letter) {
        var language = Locale.forLanguageTag(letter.get("language", String.class));
        String kind = letter.get("kind", String.class);
        var answerBy = letter.get("answer_by", Instant.class);
        String about = letter.get("about", String.class);
        Object[] facts = {
            SubjectLine.oneLine(letter.get("topic", String.class)),
            about == null ? Messages.in(language, "mail.several") : SubjectLine.oneLine(about),
            answerBy == null ? null : time(answerBy, language)
        };
        String subject = Messages.in(language, "mail." + kind + ".subject", facts);
        String text = Messages.in(language, "mail." + kind + ".text", facts);
        String code = letter.get("reason_code", String.class);
        String reason = code == null ? null : Messages.in(language, "reason." + code);
        String excerpt = letter.get("excerpt", String.class);
        String link = address() + "/opportunities/" + letter.get("opportunity_id", UUID.class);
        String greeting = Messages.in(language, "mail.greeting", SubjectLine.oneLine(letter.get("name", String.class)));
        String open = Messages.in(language, "mail.open");
        String why = Messages.in(language, "mail.why");
        String html = template.data("language", language.toLanguageTag())
                .data("subject", subject)
                .data("greeting", greeting)
                .data("text", text)
                .data("reason", reason)
                .data("excerpt", excerpt)
                .data("link", link)
                .data("open", open)
                .data("why", why)
                .data("choices", address() + "/account")
                .data("number", letter.get("number", String.class))
                .render();
        String plain = greeting + "\n\n" + text + (reason == null ? "" : "\n" + reason)
                + (excerpt == null
                        ? ""
                        : "\n\n" + excerpt.lines().map("> "::concat).collect(Collectors.joining("\n"))) + "\n\n" + open
                + ": " + link + "\n\n-- \n" + why + " " + address() + "/account\n";
        return Mail.withText(letter.get("email", String.class), subject, plain)
                .setHtml(html)
                // Vert.x would split surrogate pairs in subjects.
                .addHeader("Subject", SubjectLine.header(subject))
                .addHeader("Message-ID", "<%s@sild>".formatted(id))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private String address() {
        return installation
                .address()
                .map(address -> address.replaceAll("/+$", ""))
                .orElse("http://localhost:" + installation.port());
    }

    private static String time(Instant at, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
