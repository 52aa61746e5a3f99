package ee.sild.distribution.run;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/**
 * The items of distribution runs that were done or left unconfirmed long ago. What they distributed is in the offers,
 * their matching runs and the timeline.
 */
@ApplicationScoped
class OldRunItems implements Retention {

    private final RetentionSettings settings;

    OldRunItems(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "items of distribution runs";
    }

    @Override
    public Duration keptFor() {
        return settings.distributionRuns();
    }

    @Override
    public String delete() {
        return """
                delete from distribution_run_item
                 where id in (select i.id from distribution_run r join distribution_run_item i on i.run_id = r.id
                               where r.id < :beforeId and r.created_at < :before and r.status in ('PREVIEW', 'DONE')
                               limit :most)""";
    }
}
