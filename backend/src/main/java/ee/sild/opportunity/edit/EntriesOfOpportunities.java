package ee.sild.opportunity.edit;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.reference.EntryQueries;
import ee.sild.reference.EntryReferences;
import ee.sild.reference.Vocabulary;

/** What opportunities require and belong to, in merges of vocabularies. */
@ApplicationScoped
class EntriesOfOpportunities implements EntryReferences {

    private final EntityManager database;

    EntriesOfOpportunities(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "opportunity";
    }

    @Override
    public boolean hasMore(Vocabulary vocabulary) {
        return vocabulary != Vocabulary.TIER;
    }

    @Override
    public Part moveNext(Merge merge, UUID after, int most) {
        return EntryQueries.next(
                database,
                "move_entries_of_opportunities(:vocabulary, :kept, :gone, :after, :most)",
                merge,
                after,
                most);
    }
}
