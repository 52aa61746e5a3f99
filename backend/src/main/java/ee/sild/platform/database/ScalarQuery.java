package ee.sild.platform.database;

import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Native queries that select one column. */
public final class ScalarQuery {

    private ScalarQuery() {}

    /**
     * Creates a query whose plan Hibernate reuses. With the class of the value as an argument of
     * {@code createNativeQuery}, each call would add a plan: the key of the cache compares result builders by identity.
     * All these plans have the same hash code, so every look-up would also compare them.
     */
    public static <T> NativeQuery<T> of(EntityManager database, String sql, Class<T> type) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Object.class)
                .setTupleTransformer((row, names) -> type.cast(row[0]));
    }
}
