package ee.sild.notification.mail;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import ee.sild.identity.AccountMail;
import ee.sild.identity.User;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.Messages;

/** The text of a mail about the account of a user, in their language and the time zone of their company. */
@ApplicationScoped
class AccountLetter {

    private static final String VENDOR_ZONE = "select time_zone from policy";

    private static final String ZONE = """
            select coalesce(c.time_zone, 'UTC') from partner p left join tier t on t.id = p.tier_id
              left join calendar c on c.id = t.calendar_id
             where p.id = :partner""";

    private final EntityManager database;
    private final Template template;
    private final InstallationSettings installation;

    AccountLetter(EntityManager database, @Location("mail.html") Template template, InstallationSettings installation) {
        this.database = database;
        this.template = template;
        this.installation = installation;
    }

    MailMessage write(UUID id, AccountMail mail) {
        User user = mail.user();
        String link = address() + mail.path();
        Locale language = Locale.forLanguageTag(user.language().code());
        String texts = "mail." + mail.text();
        String text = Messages.in(
                language, texts + ".text", MailRenderer.time(mail.at(), zone(user), language), user.email());
        String subject = Messages.in(language, texts + ".subject");
        String greeting = Messages.in(language, "mail.greeting", SubjectLine.oneLine(user.name()));
        String open = Messages.in(language, texts + ".open");
        String why = Messages.in(language, texts + ".why");
        String html = template.data("language", language.toLanguageTag())
                .data("subject", subject)
                .data("greeting", greeting)
                .data("text", text)
                .data("reason", null)
                .data("excerpt", null)
                .data("link", link)
                .data("open", open)
                .data("why", why)
                .data("choices", address())
                .data("number", "Sild")
                .render();
        String plain =
                greeting + "\n\n" + text + "\n\n" + open + ": " + link + "\n\n-- \n" + why + " " + address() + "\n";
        return new MailMessage(id, mail.to(), subject, plain, html);
    }

    private String address() {
        return MailRenderer.address(installation);
    }

    private ZoneId zone(User user) {
        var zone = user.partnerId() == null
                ? ScalarQuery.of(database, VENDOR_ZONE, String.class)
                : ScalarQuery.of(database, ZONE, String.class).setParameter("partner", user.partnerId());
        return ZoneId.of(zone.getSingleResult());
    }
}
