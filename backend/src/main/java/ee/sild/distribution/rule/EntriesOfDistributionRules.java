package ee.sild.distribution.rule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.reference.EntryQueries;
import ee.sild.reference.EntryReferences;

/** The conditions of distribution rules, in merges of vocabularies. */
@ApplicationScoped
class EntriesOfDistributionRules implements EntryReferences {

    private final EntityManager database;

    EntriesOfDistributionRules(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "distribution_rule";
    }

    @Override
    public void moveFirst(Merge merge) {
        EntryQueries.move(database, "move_entries_of_distribution_rules(:vocabulary, :kept, :gone)", merge);
    }
}
