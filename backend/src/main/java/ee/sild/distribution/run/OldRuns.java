package ee.sild.distribution.run;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/**
 * Distribution runs that were done or left unconfirmed long ago. What they distributed is in the offers, their matching
 * runs and the timeline.
 */
final class OldRuns {

    private OldRuns() {}

    @Produces
    @Singleton
    static Retention items(RetentionSettings settings) {
        return new Retention("items of distribution runs", settings.distributionRuns(), """
                delete from distribution_run_item
                 where id in (select i.id from distribution_run r join distribution_run_item i on i.run_id = r.id
                               where r.id < :beforeId and r.created_at < :before and r.status in ('PREVIEW', 'DONE')
                               limit :most)""");
    }

    /** Those that have lost their items, or never had any. */
    @Produces
    @Singleton
    static Retention runs(RetentionSettings settings) {
        return new Retention("distribution runs", settings.distributionRuns(), """
                delete from distribution_run
                 where id in (select r.id from distribution_run r
                               where r.id < :beforeId and r.created_at < :before and r.status in ('PREVIEW', 'DONE')
                                 and not exists (select from distribution_run_item i where i.run_id = r.id)
                               limit :most)""");
    }
}
