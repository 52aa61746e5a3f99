package ee.sild.registration.conflict;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.reference.EntryQueries;
import ee.sild.reference.EntryReferences;
import ee.sild.reference.Vocabulary;

/** Registrations and approval rules, in merges of vocabularies. */
@ApplicationScoped
class EntriesOfRegistrations implements EntryReferences {

    private static final String BOTH_EXCLUSIVE =
            "select array[one, other] from both_exclusive_for_lines(:kept, :gone, :at)";

    private final EntityManager database;

    EntriesOfRegistrations(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "deal_registration";
    }

    /** Nobody gets exclusivity for one of the companies before the merge is committed. */
    @Override
    public void check(Merge merge) {
        if (merge.vocabulary() != Vocabulary.PRODUCT_LINE) {
            return;
        }
        ScalarQuery.of(database, "select 1 from lock_companies_of_lines(cast(:both as uuid[]), :at)", Integer.class)
                .setParameter("both", new UUID[] {merge.kept(), merge.gone()})
                .setParameter("at", merge.at())
                .getSingleResult();
        ScalarQuery.of(database, BOTH_EXCLUSIVE, String[].class)
                .setParameter("kept", merge.kept())
                .setParameter("gone", merge.gone())
                .setParameter("at", merge.at())
                .getResultStream()
                .findFirst()
                .ifPresent(numbers -> {
                    throw new RuleViolation("product-line.both-exclusive", numbers[0], numbers[1]);
                });
    }

    @Override
    public void moveFirst(Merge merge) {
        EntryQueries.move(database, "move_entries_of_open_registrations(:vocabulary, :kept, :gone, :at)", merge);
    }

    @Override
    public boolean hasMore(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.TERRITORY || vocabulary == Vocabulary.PRODUCT_LINE;
    }

    @Override
    public Part moveNext(Merge merge, UUID after, int most) {
        return EntryQueries.next(
                database,
                "move_entries_of_registrations(:vocabulary, :kept, :gone, :after, :most, :at)",
                merge,
                after,
                most);
    }
}
