package ee.sild.reference.vocabulary;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import org.hibernate.Session;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;
import ee.sild.reference.EntryReferences;
import ee.sild.reference.EntryReferences.Merge;
import ee.sild.reference.Vocabulary;

/**
 * Moves the references to entries that were merged into others, in short transactions: one table after the other, and
 * all of them again until none is found, because a request may have saved one meanwhile.
 */
@ApplicationScoped
class MergeEntriesJob implements Job {

    static final String NAME = "merge-vocabularies";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String RUNNING = "from vocabulary_merge m where m.ended_at is null";
    private static final String LOCK = """
            select vocabulary, kept_id, gone_id, stage, after, moved from vocabulary_merge
             where id = :id and ended_at is null for update skip locked""";
    private static final String ADVANCE =
            "update vocabulary_merge set stage = :stage, after = :after, moved = :moved where id = :id";
    private static final String END = "update vocabulary_merge set ended_at = :now where id = :id";

    private final Session session;
    private final List<EntryReferences> references;
    private final Clock clock;

    MergeEntriesJob(Session session, @All List<EntryReferences> references, Clock clock) {
        this.session = session;
        this.references = references;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        BatchRunner.forEach(
                this::running, this::finish, (id, e) -> Log.errorf(e, "The merge %s of a vocabulary failed", id));
    }

    private List<UUID> running() {
        return ScalarQuery.of(session, "select m.id " + RUNNING + " order by m.requested_at", UUID.class)
                .getResultList();
    }

    private void finish(UUID id) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = BatchRunner.inShortTransactions(most -> next(id, most)) > 0;
        }
    }

    /** Returns how many rows were examined, or 1 at the end of a table; 0 if there is nothing left to do. */
    private int next(UUID id, int most) {
        return session.createNativeQuery(LOCK, Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> next(id, row, most))
                .orElse(0);
    }

    private int next(UUID id, Tuple row, int most) {
        var vocabulary = Vocabulary.valueOf(row.get("vocabulary", String.class));
        var merge =
                new Merge(vocabulary, row.get("kept_id", UUID.class), row.get("gone_id", UUID.class), clock.instant());
        var tables = references.stream()
                .filter(feature -> feature.hasMore(vocabulary))
                .sorted(Comparator.comparing(EntryReferences::table))
                .toList();
        int stage = ((Number) row.get("stage")).intValue();
        long moved = ((Number) row.get("moved")).longValue();
        if (stage < tables.size()) {
            var part = tables.get(stage).moveNext(merge, row.get("after", UUID.class), most);
            boolean hasRows = part.last() != null;
            advance(id, hasRows ? stage : stage + 1, hasRows ? part.last() : BEFORE_ALL, moved + part.moved());
            return Math.max(part.examined(), 1);
        }
        if (moved > 0) {
            advance(id, 0, BEFORE_ALL, 0);
            return 1;
        }
        session.createNativeMutationQuery(END)
                .setParameter("id", id)
                .setParameter("now", merge.at())
                .executeUpdate();
        return 0;
    }

    private void advance(UUID id, int stage, UUID after, long moved) {
        session.createNativeMutationQuery(ADVANCE)
                .setParameter("id", id)
                .setParameter("stage", stage)
                .setParameter("after", after)
                .setParameter("moved", moved)
                .executeUpdate();
    }
}
