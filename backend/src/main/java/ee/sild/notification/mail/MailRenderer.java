package ee.sild.notification.mail;

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

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import ee.sild.platform.InstallationSettings;
import ee.sild.platform.problem.Messages;

/** Renders mails, in the recipient's language. */
@ApplicationScoped
class MailRenderer {

    private static final String LETTER = """
            select u.email, u.name, u.language, u.status = 'ACTIVE' and (p.id is null or is_active_partner(p.status)) as reachable,
              n.kind, n.topic, n.number, n.about, n.reason_code, n.excerpt, n.answer_by, n.opportunity_id,
              coalesce(c.time_zone, 'UTC') as time_zone
              from notification n join app_user u on u.id = n.user_id
              left join partner p on p.id = u.partner_id left join tier t on t.id = p.tier_id left join calendar c on c.id = t.calendar_id
             where n.id = :id""";

    private final EntityManager database;
    private final Template template;
    private final InstallationSettings installation;
    private final AccountMails accounts;

    MailRenderer(
            EntityManager database,
            @Location("mail.html") Template template,
            InstallationSettings installation,
            AccountMails accounts) {
        this.database = database;
        this.template = template;
        this.installation = installation;
        this.accounts = accounts;
    }

    /** Empty if its recipient can no longer sign in, or the link in it would not work. */
    Optional<MailMessage> render(Mail mail) {
        if (mail.notificationId() == null) {
            return accounts.render(mail);
        }
        var letter = (Tuple) database.createNativeQuery(LETTER, Tuple.class)
                .setParameter("id", mail.notificationId())
                .getSingleResult();
        return letter.get("reachable", Boolean.class) ? Optional.of(mail(mail.id(), letter)) : Optional.empty();
    }

    private MailMessage mail(UUID id, Tuple letter) {
        var language = Locale.forLanguageTag(letter.get("language", String.class));
        String kind = letter.get("kind", String.class);
        var answerBy = letter.get("answer_by", Instant.class);
        String about = letter.get("about", String.class);
        Object[] facts = {
            SubjectLine.oneLine(letter.get("topic", String.class)),
            about == null ? Messages.in(language, "mail.several") : SubjectLine.oneLine(about),
            answerBy == null ? null : time(answerBy, ZoneId.of(letter.get("time_zone", String.class)), language)
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
        return new MailMessage(id, letter.get("email", String.class), subject, plain, html);
    }

    private String address() {
        return address(installation);
    }

    static String address(InstallationSettings installation) {
        return installation
                .address()
                .map(address -> address.replaceAll("/+$", ""))
                .orElse("http://localhost:" + installation.port());
    }

    /** A time in the zone in which the reader's answer times run, with the name of the zone. */
    static String time(Instant at, ZoneId zone, Locale language) {
        // Readers of English are in Europe, too: the day comes before the month.
        var region = language.getLanguage().equals("en") ? Locale.UK : language;
        var local = at.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .localizedBy(region)
                        .format(local)
                + " (" + DateTimeFormatter.ofPattern("zzzz", region).format(local) + ")";
    }
}
