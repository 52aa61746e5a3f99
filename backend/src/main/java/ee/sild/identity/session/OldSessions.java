package ee.sild.identity.session;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Sessions that ended long ago. Their refresh tokens are deleted with them. */
@ApplicationScoped
class OldSessions implements Retention {

    private final RetentionSettings settings;

    OldSessions(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Duration keptFor() {
        return settings.sessions();
    }

    @Override
    public String delete() {
        return """
                delete from session
                 where id in (select s.id from session s
                               where s.id < :beforeId and least(s.ended_at, s.expires_at) < :before
                               order by s.id limit :most for update skip locked)""";
    }
}
