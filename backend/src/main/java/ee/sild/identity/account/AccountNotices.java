package ee.sild.identity.account;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.identity.AccountMail;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.password.PasswordChanged;
import ee.sild.identity.secondfactor.SecondFactors;

/** Notifies users by mail of changes of their accounts. */
@ApplicationScoped
public class AccountNotices implements PanacheRepositoryBase<AccountNotice, UUID>, AccountMail.Source {

    private final Users users;
    private final Clock clock;
    private final Event<AccountMail.Wanted> mails;

    AccountNotices(Users users, Clock clock, Event<AccountMail.Wanted> mails) {
        this.users = users;
        this.clock = clock;
        this.mails = mails;
    }

    void onPasswordChanged(@Observes PasswordChanged changed) {
        add(users.findById(changed.userId()), AccountNotice.Kind.PASSWORD_CHANGED);
    }

    void onSecondFactorChanged(@Observes SecondFactors.Changed changed) {
        add(
                users.findById(changed.userId()),
                AccountNotice.Kind.valueOf(changed.change().name()));
    }

    /** The user still has the old address. */
    void emailChanged(User user) {
        add(user, AccountNotice.Kind.EMAIL_CHANGED);
    }

    private void add(User user, AccountNotice.Kind kind) {
        var notice = new AccountNotice(user, kind, clock.instant());
        persistAndFlush(notice);
        mails.fire(new AccountMail.Wanted(AccountMail.Kind.NOTICE, notice.id()));
    }

    @Override
    public AccountMail.Kind kind() {
        return AccountMail.Kind.NOTICE;
    }

    @Override
    public Optional<AccountMail> mail(UUID id) {
        return findByIdOptional(id)
                .map(notice -> new AccountMail(
                        users.findById(notice.userId()),
                        notice.email(),
                        notice.kind().name(),
                        "/account",
                        notice.at()));
    }
}
