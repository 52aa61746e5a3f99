package ee.sild.reference;

import java.util.UUID;

import jakarta.persistence.EntityManager;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.reference.EntryReferences.Merge;
import ee.sild.reference.EntryReferences.Part;

/** Calls the functions of the database that move references to entries of vocabularies. */
public final class EntryQueries {

    private EntryQueries() {}

    /** Calls a function with the named parameters {@code vocabulary}, {@code kept}, {@code gone} and {@code at}. */
    public static void move(EntityManager database, String call, Merge merge) {
        var query = ScalarQuery.of(database, "select 1 from " + call, Integer.class)
                .setParameter("vocabulary", merge.vocabulary().name())
                .setParameter("kept", merge.kept())
                .setParameter("gone", merge.gone());
        if (call.contains(":at")) {
            query.setParameter("at", merge.at());
        }
        query.getSingleResult();
    }

    /** Calls a function that has {@code after} and {@code most}, too, and returns a part. */
    public static Part next(EntityManager database, String call, Merge merge, UUID after, int most) {
        var query = database.createNativeQuery("select last, examined, moved from " + call)
                .setParameter("vocabulary", merge.vocabulary().name())
                .setParameter("kept", merge.kept())
                .setParameter("gone", merge.gone())
                .setParameter("after", after)
                .setParameter("most", most);
        if (call.contains(":at")) {
            query.setParameter("at", merge.at());
        }
        Object[] row = (Object[]) query.getSingleResult();
        return new Part((UUID) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue());
    }
}
