package ee.sild.customer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.reference.EntryQueries;
import ee.sild.reference.EntryReferences;
import ee.sild.reference.Vocabulary;

/** The industries of customers, in merges of vocabularies. */
@ApplicationScoped
class EntriesOfCustomers implements EntryReferences {

    private final EntityManager database;

    EntriesOfCustomers(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public boolean hasMore(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.INDUSTRY;
    }

    @Override
    public Part moveNext(Merge merge, UUID after, int most) {
        return EntryQueries.next(
                database, "move_entries_of_customers(:vocabulary, :kept, :gone, :after, :most)", merge, after, most);
    }
}
