package ee.sild.platform.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

import ee.sild.platform.database.ScalarQuery;

/** The conditions of a query in HQL, all of which must be true, with their parameters. */
final class Conditions {

    private final StringBuilder hql = new StringBuilder("1 = 1");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    void add(String condition) {
        hql.append(" and (").append(condition).append(')');
    }

    Conditions bind(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** Each word of a search must be in a folded text. A search without letters and digits finds nothing. */
    void addWords(String foldedText, String q, Session session) {
        var words = ScalarQuery.of(session, "select search_words(:q)", String[].class)
                .setParameter("q", q)
                .getSingleResult();
        if (words.length == 0) {
            add("1 = 0");
        }
        for (int i = 0; i < words.length; i++) {
            bind("word" + i, words[i]);
            add("cast(function('has_word', " + foldedText + ", :word" + i + ") as Boolean)");
        }
    }

    void addIds(String id, Collection<UUID> ids) {
        bind("found", ids.toArray(UUID[]::new));
        add(oneOf(id, "found"));
    }

    /**
     * HQL for "the value is one of a parameter", an array. Hibernate translates a query with a list of parameters at
     * every request, because their number is part of the SQL.
     */
    static String oneOf(String expression, String name) {
        return "cast(sql('(? = any (?))', " + expression + ", :" + name + ") as Boolean)";
    }

    /**
     * HQL for "the value is one of these", with a parameter for each: PostgreSQL reads an index in its order for one
     * value, but not for an array of unknown length.
     */
    static String in(String expression, String name, Collection<?> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> ":" + name + i)
                .collect(Collectors.joining(", ", expression + " in (", ")"));
    }

    /** Sets the parameters of {@link #in}. */
    void bindEach(String name, Collection<?> values) {
        int i = 0;
        for (Object value : values) {
            bind(name + i++, value);
        }
    }

    void setAll(SelectionQuery<?> query) {
        parameters.forEach(query::setParameter);
    }

    /** Sets the parameters that the query has: a count has none that only columns need. */
    void setUsed(SelectionQuery<?> query) {
        var used = query.getParameterMetadata().getNamedParameterNames();
        parameters.forEach((name, value) -> {
            if (used.contains(name)) {
                query.setParameter(name, value);
            }
        });
    }

    @Override
    public String toString() {
        return hql.toString();
    }
}
