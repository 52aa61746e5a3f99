package ee.sild.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import ee.sild.identity.Invitations;
import ee.sild.identity.Invitations.Invited;
import ee.sild.identity.Invitations.MailedLink;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.Messages;

/** Sends invitations to users, in their language. The link is created when the mail is sent, and stored nowhere. */
@ApplicationScoped
class InvitationMails {

    private static final String ZONE = """
            select coalesce(c.time_zone, 'UTC') from partner p left join tier t on t.id = p.tier_id
              left join calendar c on c.id = t.calendar_id
             where p.id = :partner and is_active_partner(p.status)""";

    private final EntityManager database;
    private final Invitations invitations;
    private final Template template;
    private final MailSettings mail;
    private final InstallationSettings installation;
    private final Clock clock;

    InvitationMails(
            EntityManager database,
            Invitations invitations,
            @Location("mail.html") Template template,
            MailSettings mail,
            InstallationSettings installation,
            Clock clock) {
        this.database = database;
        this.invitations = invitations;
        this.template = template;
        this.mail = mail;
        this.installation = installation;
        this.clock = clock;
    }

    void onInvited(@Observes Invited invited) {
        if (MailSenderJob.isEnabled(mail, installation)) {
            database.persist(Mail.ofInvitation(invited.invitationId(), clock.instant()));
        }
    }

    /** The mail with this ID; empty if nobody can accept the invitation any more. */
    Optional<MailMessage> render(UUID id, UUID invitation) {
        return invitations
                .mailedLink(invitation)
                .flatMap(link -> zone(link.user().partnerId()).map(zone -> letter(id, link, zone)));
    }

    /** Empty for a partner whose users cannot sign in. */
    private Optional<ZoneId> zone(UUID partner) {
        if (partner == null) {
            return Optional.of(ZoneId.of("UTC"));
        }
        return ScalarQuery.of(database, ZONE, String.class)
                .setParameter("partner", partner)
                .getResultStream()
                .findFirst()
                .map(ZoneId::of);
    }

    private MailMessage letter(UUID id, MailedLink link, ZoneId zone) {
        var language = Locale.forLanguageTag(link.user().language().code());
        Instant until = link.expiresAt();
        String address = MailRenderer.address(installation);
        String subject = Messages.in(language, "mail.invitation.subject");
        String greeting = Messages.in(
                language, "mail.greeting", SubjectLine.oneLine(link.user().name()));
        String text = Messages.in(language, "mail.invitation.text", MailRenderer.time(until, zone, language));
        String open = Messages.in(language, "mail.invitation.open");
        String why = Messages.in(language, "mail.invitation.why");
        String page = address + link.path();
        String html = template.data("language", language.toLanguageTag())
                .data("subject", subject)
                .data("greeting", greeting)
                .data("text", text)
                .data("reason", null)
                .data("excerpt", null)
                .data("link", page)
                .data("open", open)
                .data("why", why)
                .data("choices", address)
                .data("number", "Sild")
                .render();
        String plain =
                greeting + "\n\n" + text + "\n\n" + open + ": " + page + "\n\n-- \n" + why + " " + address + "\n";
        return new MailMessage(id, link.user().email(), subject, plain, html);
    }
}
