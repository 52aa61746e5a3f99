package ee.sild.identity.invitation;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Invitations that were accepted or expired long ago. */
@ApplicationScoped
class OldInvitations implements Retention {

    private final RetentionSettings settings;

    OldInvitations(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "invitations";
    }

    @Override
    public Duration keptFor() {
        return settings.invitations();
    }

    @Override
    public String delete() {
        return """
                delete from invitation
                 where id in (select i.id from invitation i
                               where i.id < :beforeId and least(i.accepted_at, i.expires_at) < :before
                               order by i.id limit :most for update skip locked)""";
    }
}
