package ee.sild.identity.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.identity.AccountMail;
import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.session.Sessions;
import ee.sild.platform.problem.RuleViolation;

/** Lets users change the address with which they sign in: the new one must be confirmed by the link in a mail to it. */
@ApplicationScoped
public class EmailChanges implements PanacheRepositoryBase<EmailChange, UUID>, AccountMail.Source {

    private final Users users;
    private final Sessions sessions;
    private final AccountNotices notices;
    private final Clock clock;
    private final SessionSettings settings;
    private final Event<AccountMail.Wanted> mails;

    EmailChanges(
            Users users,
            Sessions sessions,
            AccountNotices notices,
            Clock clock,
            SessionSettings settings,
            Event<AccountMail.Wanted> mails) {
        this.users = users;
        this.sessions = sessions;
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
        this.mails = mails;
    }

    /** Replaces a change that is not confirmed yet. */
    EmailChange request(User user, String email) {
        if (email.equalsIgnoreCase(user.email())) {
            throw new RuleViolation("email-change.same");
        }
        if (users.has(email, user.partnerId())) {
            throw new RuleViolation("user.exists");
        }
        Instant now = clock.instant();
        waiting(user).ifPresent(earlier -> earlier.end(now));
        flush();
        var change = new EmailChange(user.id(), email, now, now.plus(settings.emailChange()));
        persistAndFlush(change);
        mails.fire(new AccountMail.Wanted(AccountMail.Kind.EMAIL_CHANGE, change.id()));
        return change;
    }

    Optional<EmailChange> open(User user) {
        return waiting(user).filter(change -> change.isOpen(clock.instant()));
    }

    void cancel(User user) {
        waiting(user).ifPresent(change -> change.end(clock.instant()));
    }

    /** The user must be signed in, so the link is useless to the owner of a mistyped address. */
    void confirm(User user, String token) {
        EmailChange change = waiting(user).orElseThrow(() -> new RuleViolation("email-change.ended"));
        change.confirm(token, clock.instant());
        if (!change.email().equalsIgnoreCase(user.email()) && users.has(change.email(), user.partnerId())) {
            throw new RuleViolation("user.exists");
        }
        notices.emailChanged(user);
        user.moveTo(change.email());
    }

    @Override
    public AccountMail.Kind kind() {
        return AccountMail.Kind.EMAIL_CHANGE;
    }

    /** Empty if nobody can confirm the address any more. */
    @Override
    public Optional<AccountMail> mail(UUID id) {
        return findByIdOptional(id)
                .filter(change -> change.isOpen(clock.instant()))
                .flatMap(change -> users.findByIdOptional(change.userId())
                        .filter(sessions::maySignIn)
                        .map(user -> new AccountMail(
                                user,
                                change.email(),
                                "email-change",
                                "/confirm-email/" + change.mailToken(),
                                change.expiresAt())));
    }

    private Optional<EmailChange> waiting(User user) {
        return find("userId = ?1 and confirmedAt is null and endedAt is null", user.id())
                .firstResultOptional();
    }
}
