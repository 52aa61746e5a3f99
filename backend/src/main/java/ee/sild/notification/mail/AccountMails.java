package ee.sild.notification.mail;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import ee.sild.identity.AccountMail;

/** Mails about the accounts of users. A link in one is created when the mail is sent, and stored nowhere. */
@ApplicationScoped
class AccountMails {

    private final Instance<AccountMail.Source> sources;
    private final AccountLetter letter;
    private final Outbox outbox;
    private final Clock clock;

    AccountMails(@Any Instance<AccountMail.Source> sources, AccountLetter letter, Outbox outbox, Clock clock) {
        this.sources = sources;
        this.letter = letter;
        this.outbox = outbox;
        this.clock = clock;
    }

    void onWanted(@Observes AccountMail.Wanted wanted) {
        outbox.add(Mail.ofAccount(wanted.kind(), wanted.about(), clock.instant()));
    }

    /** Empty if the mail is of no use any more. */
    Optional<MailMessage> render(Mail mail) {
        return sources.stream()
                .filter(source -> mail.about(source.kind()) != null)
                .findFirst()
                .flatMap(source -> source.mail(mail.about(source.kind())))
                .map(content -> letter.write(mail.id(), content));
    }
}
