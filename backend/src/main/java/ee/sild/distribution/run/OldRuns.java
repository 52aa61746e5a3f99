package ee.sild.distribution.run;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;
import ee.sild.platform.job.RetentionSettings;

/** Distribution runs that have lost their items to {@link OldRunItems}, or never had any. */
@ApplicationScoped
class OldRuns implements Retention {

    private final RetentionSettings settings;

    OldRuns(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "distribution runs";
    }

    @Override
    public Duration keptFor() {
        return settings.distributionRuns();
    }

    @Override
    public String delete() {
        return """
                delete from distribution_run
                 where id in (select r.id from distribution_run r
                               where r.id < :beforeId and r.created_at < :before and r.status in ('PREVIEW', 'DONE')
                                 and not exists (select from distribution_run_item i where i.run_id = r.id)
                               limit :most)""";
    }
}
