package ee.sild.identity.session;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Sessions that ended long ago. Their refresh tokens are deleted with them. */
final class OldSessions {

    private OldSessions() {}

    @Produces
    @Singleton
    static Retention sessions(RetentionSettings settings) {
        return new Retention("sessions", settings.sessions(), """
                delete from session
                 where id in (select s.id from session s
                               where s.id < :beforeId and least(s.ended_at, s.expires_at) < :before
                               order by s.id limit :most for update skip locked)""");
    }
}
