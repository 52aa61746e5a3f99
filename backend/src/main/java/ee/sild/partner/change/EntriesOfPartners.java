package ee.sild.partner.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.reference.EntryQueries;
import ee.sild.reference.EntryReferences;

/** The tiers, territories and competencies of partners, in merges of vocabularies. */
@ApplicationScoped
class EntriesOfPartners implements EntryReferences {

    private final EntityManager database;

    EntriesOfPartners(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "partner";
    }

    @Override
    public void moveFirst(Merge merge) {
        EntryQueries.move(database, "move_entries_of_partners(:vocabulary, :kept, :gone, :at)", merge);
    }
}
