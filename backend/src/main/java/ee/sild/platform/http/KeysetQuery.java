package ee.sild.platform.http;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;

import ee.sild.platform.Identified;
import ee.sild.platform.Page;
import ee.sild.platform.problem.Malformed;
import ee.sild.platform.problem.TooManyRows;

/**
 * A list in HQL with keyset pagination (never by offset), so that a late page costs the same as the first. The ID of
 * {@code alias} breaks ties.
 */
public final class KeysetQuery<T> {

    private final String select;
    private final String from;
    private final String alias;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final StringBuilder where = new StringBuilder("1 = 1");

    private record Key(String expression, Class<?> type) {}

    /**
     * A list of records, read page by page.
     *
     * @param select the record to build, e.g. {@code new PartnerSummary(p.id, p.name)}
     */
    public KeysetQuery(String select, String from, String alias) {
        this.select = select;
        this.from = from;
        this.alias = alias;
    }

    /**
     * A pattern for {@code like … escape '!'} that finds a text anywhere, with special characters escaped; null for no
     * text.
     */
    public static String containing(String text) {
        return text == null || text.isBlank()
                ? null
                : "%" + text.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** Allows sorting by a name; the first one is the default. The expression must never be null. */
    public KeysetQuery<T> sortable(String name, String expression, Class<?> type) {
        keys.put(name, new Key(expression, type));
        return this;
    }

    /** Sets a parameter of the {@code from} clause; it may be null. */
    public KeysetQuery<T> with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    public KeysetQuery<T> where(String condition) {
        where.append(" and (").append(condition).append(')');
        return this;
    }

    /** Adds a condition with one parameter; skipped if the value is null or empty. */
    public KeysetQuery<T> where(String condition, String name, Object value) {
        if (value == null
                || (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof String text && text.isBlank())) {
            return this;
        }
        parameters.put(name, value);
        return where(condition);
    }

    public Page<T> page(Session session, PageRequest page, String defaultSort) {
        String sort = page.sort == null ? defaultSort : page.sort;
        boolean descending = sort.startsWith("-");
        Key key = keys.get(descending ? sort.substring(1) : sort);
        if (key == null) {
            throw new Malformed("sort", String.join(", ", keys.keySet()));
        }
        Long total = page.count || page.wholeList() ? count(session) : null;
        if (page.wholeList() && total > PageRequest.EVERYTHING) {
            throw new TooManyRows(total, PageRequest.EVERYTHING);
        }
        String direction = descending ? " desc" : " asc";
        String hql = "select " + select + ", " + key.expression + " from " + from + " where " + where
                + after(page, sort, key, descending)
                + " order by " + key.expression + direction + ", " + alias + ".id" + direction;
        var query = session.createSelectionQuery(hql, Object[].class).setMaxResults(page.limit() + 1);
        parameters.forEach((name, value) -> bind(query, name, value));
        var rows = query.getResultList();
        boolean more = rows.size() > page.limit();
        var shown = more ? rows.subList(0, page.limit()) : rows;
        @SuppressWarnings("unchecked")
        var items = shown.stream().map(row -> (T) row[0]).toList();
        String next = more ? cursor(sort, shown.getLast()[1], ((Identified) items.getLast()).id()) : null;
        return new Page<>(items, next, total);
    }

    /** The whole list; only for short lists. */
    public List<T> all(Session session, String sort) {
        var whole = new PageRequest();
        whole.limit = 1_000;
        return page(session, whole, sort).items();
    }

    private static void bind(org.hibernate.query.SelectionQuery<?> query, String name, Object value) {
        if (value instanceof Collection<?> many) {
            query.setParameterList(name, many);
        } else {
            query.setParameter(name, value);
        }
    }

    private long count(Session session) {
        var query = session.createSelectionQuery("select count(*) from " + from + " where " + where, Long.class);
        // The count has no parameters that only columns need.
        parameters.forEach((name, value) -> {
            if (query.getParameterMetadata().getNamedParameterNames().contains(name)) {
                bind(query, name, value);
            }
        });
        return query.getSingleResult();
    }

    private String after(PageRequest page, String sort, Key key, boolean descending) {
        if (page.cursor == null || page.cursor.isEmpty()) {
            return "";
        }
        String[] parts = decode(page.cursor);
        if (!parts[0].equals(sort)) {
            throw new Malformed("cursor");
        }
        parameters.put("lastKey", parse(parts[2], key.type));
        parameters.put("lastId", parse(parts[1], UUID.class));
        String than = descending ? " < " : " > ";
        return " and (" + key.expression + than + ":lastKey or (" + key.expression + " = :lastKey and " + alias + ".id"
                + than + ":lastId))";
    }

    private static String cursor(String sort, Object key, UUID id) {
        String plain = sort + "\n" + id + "\n" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\n", 3);
            if (parts.length == 3) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // reported below
        }
        throw new Malformed("cursor");
    }

    private static Object parse(String text, Class<?> type) {
        try {
            return switch (type.getSimpleName()) {
                case "Instant" -> Instant.parse(text);
                case "LocalDate" -> LocalDate.parse(text);
                case "BigDecimal" -> new BigDecimal(text);
                case "Integer" -> Integer.valueOf(text);
                case "UUID" -> UUID.fromString(text);
                default -> text;
            };
        } catch (RuntimeException unreadable) {
            throw new Malformed("cursor");
        }
    }
}
