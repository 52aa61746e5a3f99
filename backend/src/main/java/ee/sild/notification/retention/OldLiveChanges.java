package ee.sild.notification.retention;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;

/** Changes that no client asks for anymore. */
@ApplicationScoped
class OldLiveChanges implements Retention {

    @Override
    public String name() {
        return "live changes";
    }

    @Override
    public Duration keptFor() {
        return Duration.ofDays(1);
    }

    @Override
    public String delete() {
        return """
                delete from live_change
                 where id in (select id from live_change where at < :before order by at limit :most)""";
    }
}
