package ee.sild.identity.account;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Password resets, changes of addresses and notices of long ago, with their mails. */
final class OldAccountLinks {

    private OldAccountLinks() {}

    @Produces
    @Singleton
    static Retention passwordResets(RetentionSettings settings) {
        return new Retention("password resets", settings.invitations(), """
                delete from password_reset
                 where id in (select r.id from password_reset r
                               where r.id < :beforeId and r.expires_at < :before
                               order by r.id limit :most for update skip locked)""");
    }

    @Produces
    @Singleton
    static Retention emailChanges(RetentionSettings settings) {
        return new Retention("email changes", settings.invitations(), """
                delete from email_change
                 where id in (select c.id from email_change c
                               where c.id < :beforeId and c.expires_at < :before
                               order by c.id limit :most for update skip locked)""");
    }

    @Produces
    @Singleton
    static Retention accountNotices(RetentionSettings settings) {
        return new Retention("account notices", settings.notifications(), """
                delete from account_notice
                 where id in (select n.id from account_notice n
                               where n.id < :beforeId and n.at < :before
                               order by n.id limit :most for update skip locked)""");
    }
}
