package ee.sild.platform.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.hibernate.Session;

import ee.sild.platform.Identified;
import ee.sild.platform.Page;
import ee.sild.platform.problem.Malformed;

/**
 * A list in HQL with keyset pagination (never by offset), so that a late page costs the same as the first. The ID
 * breaks ties.
 */
public final class KeysetQuery<T> {

    private final String select;
    private final String from;
    private final String id;
    private final Map<String, Function<String, SortOrder>> orders = new LinkedHashMap<>();
    private final Conditions conditions = new Conditions();
    private WordSearch search;
    private String searched;
    private String words;

    /**
     * A list without conditions and sorts.
     *
     * @param select the record to build, e.g. {@code new PartnerSummary(p.id, p.name)}
     * @param id the ID of an item, e.g. {@code p.id}
     */
    public KeysetQuery(String select, String from, String id) {
        this.select = select;
        this.from = from;
        this.id = id;
    }

    /** Allows sorting by a name; the first one is the default. The expression must never be null. */
    public KeysetQuery<T> sortable(String name, String expression, Class<?> type) {
        var order = new SortOrder(expression, type, id);
        orders.put(name, cursor -> order);
        return this;
    }

    /** Allows sorting by a text in the order of the reader's language. The expression must never be null. */
    public KeysetQuery<T> sortableText(String name, String expression) {
        orders.put(name, cursor -> SortOrder.ofNames(expression, id, cursor));
        return this;
    }

    /** Sets a parameter of the {@code from} clause; it may be null. */
    public KeysetQuery<T> with(String name, Object value) {
        conditions.bind(name, value);
        return this;
    }

    public KeysetQuery<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition with one parameter; skipped if the value is null or empty. */
    public KeysetQuery<T> where(String condition, String name, Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return this;
        }
        conditions.bind(name, value);
        return where(condition);
    }

    /** Only items whose expression is one of these values; skipped without any. */
    public KeysetQuery<T> whereOneOf(String expression, String name, Collection<?> values) {
        return whereAny("%s", List.of(expression), name, values);
    }

    /**
     * Adds a condition on several expressions, each of which is compared with the same values; skipped without any.
     *
     * @param condition with {@code %s} in place of each comparison
     */
    public KeysetQuery<T> whereAny(String condition, List<String> expressions, String name, Collection<?> values) {
        if (values == null || values.isEmpty()) {
            return this;
        }
        conditions.bindEach(name, values);
        return where(condition.formatted(expressions.stream()
                .map(expression -> Conditions.in(expression, name, values))
                .toArray()));
    }

    /** HQL for "the expression is one of the values of a parameter", an array. */
    public static String oneOf(String expression, String name) {
        return Conditions.oneOf(expression, name);
    }

    /** Only items whose folded text has all words of a search; skipped if there is no search. */
    public KeysetQuery<T> matching(String foldedText, String q) {
        if (q != null && !q.isBlank()) {
            searched = foldedText;
            words = q;
        }
        return this;
    }

    /** Only items that a search finds; skipped if it is null. */
    public KeysetQuery<T> found(WordSearch by) {
        search = by;
        return this;
    }

    public Page<T> page(Session session, PageRequest page, String defaultSort) {
        String sort = page.sort == null ? defaultSort : page.sort;
        var orderOf = orders.get(sort.startsWith("-") ? sort.substring(1) : sort);
        if (orderOf == null) {
            throw new Malformed("sort", String.join(", ", orders.keySet()));
        }
        SortOrder order = orderOf.apply(page.cursor);
        if (searched != null) {
            conditions.addWords(searched, words, session);
        }
        String after = order.after(page.cursor, sort, conditions);
        if (page.isWhole()) {
            String ids = "select " + order.id() + " from " + from + " where " + conditions + after + order.by(sort);
            String rows = "select " + select + ", " + id + " from " + from + " where " + conditions + " and "
                    + oneOf(id, "ids");
            var export = new ExportQuery<T>(session, ids, rows, conditions, search);
            return Page.whole(export.rows(), most -> count(session, most + 1) > most && export.isLongerThan(most));
        }
        if (search != null) {
            return searched(session, page, sort, order, after);
        }
        Long total = page.count ? count(session) : null;
        return page(rows(session, sort, order, after, page.limit + 1), page.limit, sort, order, total);
    }

    private Page<T> searched(Session session, PageRequest page, String sort, SortOrder order, String after) {
        var list = new SearchedList(session, search, " from " + from + " where " + conditions, order, conditions);
        var matches = list.page(sort, after, page.limit);
        if (matches.found() != null) {
            conditions.addIds(id, matches.found().ids());
            Long total = page.count ? count(session) : null;
            return page(rows(session, sort, order, after, page.limit + 1), page.limit, sort, order, total);
        }
        conditions.addIds(
                id, matches.places().stream().map(SearchedList.Place::id).toList());
        Long total = page.count ? list.count() : null;
        Page<T> items = page(rows(session, sort, order, "", page.limit + 1), page.limit, sort, order, total);
        return matches.last() == null
                ? items
                : new Page<>(
                        items.items(),
                        order.cursor(sort, matches.last().id(), matches.last().key()),
                        items.total());
    }

    private List<Object[]> rows(Session session, String sort, SortOrder order, String after, int most) {
        String hql = "select " + select + ", " + order.expression() + " from " + from + " where " + conditions + after
                + order.by(sort);
        var query = session.createSelectionQuery(hql, Object[].class).setMaxResults(most);
        conditions.setUsed(query);
        return query.getResultList();
    }

    private static <T> Page<T> page(List<Object[]> rows, int limit, String sort, SortOrder order, Long total) {
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        @SuppressWarnings("unchecked")
        var items = shown.stream().map(row -> (T) row[0]).toList();
        String next = more ? order.cursor(sort, ((Identified) items.getLast()).id(), shown.getLast()[1]) : null;
        return new Page<>(items, next, total);
    }

    /** The whole list; only for short lists. */
    public List<T> all(Session session, String sort) {
        var whole = new PageRequest();
        whole.limit = 1_000;
        return page(session, whole, sort).items();
    }

    private long count(Session session) {
        return count(session, Page.MOST_COUNTED);
    }

    /** Without a search, and only up to a number. */
    private long count(Session session, int most) {
        // HQL requires an order for a limit. This one sorts nothing.
        String some = "select " + id + " as id from " + from + " where " + conditions
                + " order by cast(null as Integer) limit " + most;
        var query = session.createSelectionQuery("select count(*) from (" + some + ") counted", Long.class);
        conditions.setUsed(query);
        return query.getSingleResult();
    }
}
