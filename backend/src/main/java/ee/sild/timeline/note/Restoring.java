package ee.sild.timeline.note;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;
import ee.sild.platform.problem.RuleViolation;

/** How long deleted notes and files can be restored. The content of files is deleted after that. */
final class Restoring {

    static final Duration WITHIN = Duration.ofHours(1);

    private Restoring() {}

    static void require(Instant deletedAt, Instant now) {
        if (now.isAfter(deletedAt.plus(WITHIN))) {
            throw new RuleViolation("note.restore-too-late", WITHIN.toHours());
        }
    }

    @Produces
    @Singleton
    static Retention deletedFiles() {
        return new Retention("deleted attachments", WITHIN, """
                delete from attachment
                 where id in (select a.id from attachment a
                               where a.deleted_at < :before
                               order by a.deleted_at limit :most for update skip locked)""");
    }
}
