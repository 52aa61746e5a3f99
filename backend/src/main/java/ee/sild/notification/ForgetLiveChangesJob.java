package ee.sild.notification;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/** Deletes the changes that no client asks for anymore. */
@ApplicationScoped
class ForgetLiveChangesJob implements Job {

    private static final int AT_ONCE = 2_000;

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
    public void run() {
        BatchRunner.inSlices(
                AT_ONCE,
                most -> database.createNativeQuery("""
                        delete from live_change
                         where id in (select id from live_change where at < clock_timestamp() - interval '1 day'
                                       order by at limit :most)""")
                        .setParameter("most", most)
                        .executeUpdate());
    }
}
