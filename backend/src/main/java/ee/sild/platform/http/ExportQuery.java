package ee.sild.platform.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

import org.hibernate.Session;

/**
 * Reads a whole list in constant memory, while its rows are consumed. A cursor supplies the sorted IDs, so that the
 * database sorts once and only short rows. Batches of them supply the items.
 */
final class ExportQuery<T> {

    /** The number of items that are in memory at the same time. */
    static final int BATCH = 500;

    private static final int IDS_AT_ONCE = 10_000;

    private final Session session;
    private final String ids;
    private final String rows;
    private final Conditions conditions;
    private final WordSearch search;

    /**
     * A query for an export.
     *
     * @param ids the HQL that selects the ID of each item, in the order of the export
     * @param rows the HQL that selects the items of {@code :ids}, each with its ID
     * @param search finds those of the items that are exported; null for all
     */
    ExportQuery(Session session, String ids, String rows, Conditions conditions, WordSearch search) {
        this.session = session;
        this.ids = ids;
        this.rows = rows;
        this.conditions = conditions;
        this.search = search;
    }

    /** The items; nothing is read before they are consumed. */
    Stream<T> rows() {
        return batches().flatMap(this::items);
    }

    /** Whether there are more items than a number, all of which satisfy the conditions; only a search has to look. */
    boolean isLongerThan(int most) {
        return search == null
                || batches().flatMap(List::stream).skip(most).findAny().isPresent();
    }

    private Stream<List<UUID>> batches() {
        return Stream.of(ids)
                .flatMap(this::ids)
                .gather(Gatherers.windowFixed(BATCH))
                .map(this::found);
    }

    private Stream<UUID> ids(String hql) {
        var query = session.createSelectionQuery(hql, UUID.class).setFetchSize(IDS_AT_ONCE);
        conditions.setUsed(query);
        return query.getResultStream();
    }

    private List<UUID> found(List<UUID> batch) {
        if (search == null) {
            return batch;
        }
        var found = search.among(batch);
        return batch.stream().filter(found::contains).toList();
    }

    private Stream<T> items(List<UUID> batch) {
        if (batch.isEmpty()) {
            return Stream.of();
        }
        session.clear();
        var query = session.createSelectionQuery(rows, Object[].class).setParameter("ids", batch.toArray(UUID[]::new));
        conditions.setUsed(query);
        Map<Object, T> found = HashMap.newHashMap(batch.size());
        for (Object[] row : query.getResultList()) {
            @SuppressWarnings("unchecked")
            var item = (T) row[0];
            found.put(row[1], item);
        }
        return batch.stream().map(found::get);
    }
}
