package ee.sild.identity.invitation;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Invitations that were accepted or expired long ago. */
final class OldInvitations {

    private OldInvitations() {}

    @Produces
    @Singleton
    static Retention invitations(RetentionSettings settings) {
        return new Retention("invitations", settings.invitations(), """
                delete from invitation
                 where id in (select i.id from invitation i
                               where i.id < :beforeId and least(i.accepted_at, i.expires_at) < :before
                               order by i.id limit :most for update skip locked)""");
    }
}
