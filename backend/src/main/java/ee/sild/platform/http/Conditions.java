package ee.sild.platform.http;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;

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
        var words = session.createNativeQuery("select search_words(:q)", String[].class)
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

    /** As one parameter, however many there are. */
    void addIds(String id, Collection<UUID> ids) {
        bind("found", ids.toArray(UUID[]::new));
        add("cast(sql('(? = any (?))', " + id + ", :found) as Boolean)");
    }

    void setAll(SelectionQuery<?> query) {
        parameters.forEach((name, value) -> set(query, name, value));
    }

    /** Sets the parameters that the query has: a count has none that only columns need. */
    void setUsed(SelectionQuery<?> query) {
        var used = query.getParameterMetadata().getNamedParameterNames();
        parameters.forEach((name, value) -> {
            if (used.contains(name)) {
                set(query, name, value);
            }
        });
    }

    private static void set(SelectionQuery<?> query, String name, Object value) {
        if (value instanceof Collection<?> many) {
            query.setParameterList(name, many);
        } else {
            query.setParameter(name, value);
        }
    }

    @Override
    public String toString() {
        return hql.toString();
    }
}
