package ee.sild.platform.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.hibernate.Session;

/**
 * Reads the pages of a list that is searched. It searches the first items of the list, and more of them while too few
 * match. If matches are rare, the search finds all of them, and the list only sorts them. What one request looks at is
 * limited: a page may have fewer items than requested, and the next one continues behind what was looked at.
 */
final class SearchedList {

    /** The number of items that one request searches at most, and the number up to which matches are counted. */
    static final int MOST = 5_000;

    /** What is not in the database's memory takes longer to search, so time is limited too. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private static final int FIRST = 50;
    private static final int LARGEST = 500;

    private final Session session;
    private final WordSearch search;
    private final String from;
    private final SortOrder order;
    private final Conditions conditions;

    /**
     * A searched list.
     *
     * @param from the HQL of its items and their conditions, in the order of {@code order}
     */
    SearchedList(Session session, WordSearch search, String from, SortOrder order, Conditions conditions) {
        this.session = session;
        this.search = search;
        this.from = from;
        this.order = order;
        this.conditions = conditions;
    }

    /** An item and the value by which it is sorted. */
    record Place(UUID id, Object key) {}

    /**
     * The items of a page, without what they show.
     *
     * @param places the matches in their order, with one more if there is another page; null if {@code found} are all
     * @param last what the next page continues behind, if not behind the last match; null if everything was looked at
     */
    record Matches(List<Place> places, WordSearch.Found found, Place last) {}

    Matches page(String sort, String after, int limit) {
        boolean selective = search.isSelective();
        if (selective) {
            var found = search.first(List.of());
            if (found.whole()) {
                return new Matches(null, found, null);
            }
        }
        var matches = new ArrayList<Place>();
        Place last = null;
        int looked = 0;
        long start = System.nanoTime();
        for (int size = FIRST; looked < MOST && !isLate(start); size = Math.min(4 * size, LARGEST)) {
            var places = places(sort, last == null ? after : behind(last, sort), size);
            var ids = places.stream().map(Place::id).toList();
            boolean end = places.size() < size;
            var found = looked == 0 && !end && !selective
                    ? search.first(ids)
                    : new WordSearch.Found(search.among(ids), false);
            if (found.whole()) {
                return new Matches(null, found, null);
            }
            places.stream().filter(place -> found.ids().contains(place.id())).forEach(matches::add);
            looked += places.size();
            if (end || matches.size() > limit) {
                return new Matches(matches.subList(0, Math.min(matches.size(), limit + 1)), null, null);
            }
            last = places.getLast();
        }
        return new Matches(matches, null, last);
    }

    /** How many items match; null if the list is too long to be searched as a whole. */
    Long count() {
        var ids = places("", "", MOST + 1).stream().map(Place::id).toList();
        if (ids.size() > MOST) {
            return null;
        }
        long count = 0;
        long begin = System.nanoTime();
        for (int start = 0; start < ids.size(); start += LARGEST) {
            if (isLate(begin)) {
                return null;
            }
            count += search.among(ids.subList(start, Math.min(start + LARGEST, ids.size())))
                    .size();
        }
        return count;
    }

    private static boolean isLate(long start) {
        return System.nanoTime() - start > LONGEST.toNanos();
    }

    private String behind(Place last, String sort) {
        return order.after(last.id(), last.key(), sort, conditions);
    }

    private List<Place> places(String sort, String after, int size) {
        String by = sort.isEmpty() ? "" : order.by(sort);
        var query = session.createSelectionQuery(
                        "select " + order.id() + ", " + order.expression() + from + after + by, Object[].class)
                .setMaxResults(size);
        conditions.setUsed(query);
        return query.getResultStream()
                .map(row -> new Place((UUID) row[0], row[1]))
                .toList();
    }
}
