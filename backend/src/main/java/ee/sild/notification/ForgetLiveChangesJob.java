package ee.sild.notification;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import ee.sild.platform.job.Job;

/** Deletes the changes that no client asks for anymore. */
@ApplicationScoped
class ForgetLiveChangesJob implements Job {

    private final EntityManager database;

    ForgetLiveChangesJob(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "forget-live-changes";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    @Transactional
    public void run() {
        database.createNativeQuery("delete from live_change where at < clock_timestamp() - interval '1 day'")
                .executeUpdate();
    }
}
