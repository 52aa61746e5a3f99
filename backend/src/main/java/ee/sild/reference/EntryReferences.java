package ee.sild.reference;

import java.time.Instant;
import java.util.UUID;

/** What refers to entries of vocabularies in one feature, for merges of two entries. */
public interface EntryReferences {

    /**
     * A merge.
     *
     * @param kept the entry that everything refers to afterwards
     * @param gone the entry that nothing refers to afterwards
     */
    record Merge(Vocabulary vocabulary, UUID kept, UUID gone, Instant at) {}

    /**
     * A part of the rows of a table.
     *
     * @param last the ID of the last row; null if there were none
     * @param examined the number of rows
     * @param moved how many of them referred to the entry that goes
     */
    record Part(UUID last, int examined, int moved) {}

    /** The name of the table that {@link #moveNext} goes through: parts are taken in the order of these names. */
    String table();

    /** Throws if the entries must not be merged now. */
    default void check(Merge merge) {
        // Most merges are always possible.
    }

    /** Moves what decides about new opportunities and registrations, in the transaction of the merge. */
    default void moveFirst(Merge merge) {
        // Many features have nothing that does.
    }

    /** Whether rows of the table refer to entries of this vocabulary after {@link #moveFirst}. */
    default boolean hasMore(Vocabulary vocabulary) {
        return false;
    }

    /** Examines the next rows after one of them, at most so many, and moves their references. */
    default Part moveNext(Merge merge, UUID after, int most) {
        throw new UnsupportedOperationException();
    }
}
