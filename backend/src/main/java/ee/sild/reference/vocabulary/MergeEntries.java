package ee.sild.reference.vocabulary;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import io.quarkus.arc.All;
import org.hibernate.Session;

import ee.sild.platform.Ids;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.EntryReferences;
import ee.sild.reference.EntryReferences.Merge;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.reference.VocabularyEntry;

/**
 * Merges an entry of a vocabulary into another one. What decides about new opportunities and registrations is moved
 * immediately; a job moves the rest in short transactions.
 */
@ApplicationScoped
class MergeEntries {

    private static final String IS_TARGET =
            "select exists (select from vocabulary_merge m where m.kept_id = :gone and m.ended_at is null)";
    private static final String IS_WITHIN =
            "select exists (select from territories_around(:kept) t where t.id = :gone)";

    private final Session session;
    private final Vocabularies vocabularies;
    private final List<EntryReferences> references;
    private final Event<Job.Wanted> jobs;
    private final CurrentUser user;
    private final Clock clock;

    MergeEntries(
            Session session,
            Vocabularies vocabularies,
            @All List<EntryReferences> references,
            Event<Job.Wanted> jobs,
            CurrentUser user,
            Clock clock) {
        this.session = session;
        this.vocabularies = vocabularies;
        this.references = references;
        this.jobs = jobs;
        this.user = user;
        this.clock = clock;
    }

    void merge(Vocabulary vocabulary, UUID id, UUID duplicateId, ExpectedVersion version) {
        var kept = vocabularies.lock(vocabulary, id);
        if (kept == null) {
            throw new NotFound();
        }
        version.check(kept.version());
        if (kept.mergedIntoId() != null) {
            throw new RuleViolation("vocabulary.merged");
        }
        if (id.equals(duplicateId)) {
            throw new Invalid("/duplicateId", "same");
        }
        var gone = vocabularies.find(vocabulary, duplicateId);
        if (gone != null) {
            // Waits for requests that have chosen it, and that may hold the lock of a company as well.
            session.refresh(gone, LockModeType.PESSIMISTIC_WRITE);
        }
        if (gone == null || gone.mergedIntoId() != null) {
            throw new Invalid("/duplicateId", "unknown-reference");
        }
        refuse(vocabulary, kept, gone);
        move(vocabulary, kept, gone);
    }

    private void refuse(Vocabulary vocabulary, VocabularyEntry kept, VocabularyEntry gone) {
        if (isTrue(IS_TARGET, kept, gone)) {
            throw new RuleViolation("vocabulary.merging", gone.displayName());
        }
        if (vocabulary == Vocabulary.TERRITORY && isTrue(IS_WITHIN, kept, gone)) {
            throw new RuleViolation("territory.within", kept.displayName(), gone.displayName());
        }
    }

    private boolean isTrue(String condition, VocabularyEntry kept, VocabularyEntry gone) {
        var query = ScalarQuery.of(session, condition, Boolean.class).setParameter("gone", gone.id());
        if (condition.contains(":kept")) {
            query.setParameter("kept", kept.id());
        }
        return query.getSingleResult();
    }

    private void move(Vocabulary vocabulary, VocabularyEntry kept, VocabularyEntry gone) {
        var merge = new Merge(vocabulary, kept.id(), gone.id(), clock.instant());
        references.forEach(feature -> feature.check(merge));
        gone.mergeInto(kept.id(), merge.at());
        session.flush();
        if (vocabulary == Vocabulary.TERRITORY) {
            moveContained(merge);
        }
        references.forEach(feature -> feature.moveFirst(merge));
        session.createNativeMutationQuery("""
                        insert into vocabulary_merge (id, vocabulary, gone_id, kept_id, requested_by, requested_at)
                        values (:id, :vocabulary, :gone, :kept, :by, :now)""")
                .setParameter("id", Ids.next())
                .setParameter("vocabulary", vocabulary.name())
                .setParameter("gone", gone.id())
                .setParameter("kept", kept.id())
                .setParameter("by", user.id())
                .setParameter("now", merge.at())
                .executeUpdate();
        jobs.fire(new Job.Wanted(MergeEntriesJob.NAME));
        session.clear();
    }

    private void moveContained(Merge merge) {
        session.createMutationQuery("update versioned Territory t set t.parentId = :kept where t.parentId = :gone")
                .setParameter("kept", merge.kept())
                .setParameter("gone", merge.gone())
                .executeUpdate();
    }
}
