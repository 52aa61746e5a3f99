package ee.sild.platform.http;

import java.util.UUID;

import ee.sild.platform.Language;
import ee.sild.platform.problem.Messages;

/**
 * An order in which a list can be sorted.
 *
 * @param expression the HQL to sort by, whose value is of this type
 * @param id the HQL of the ID, which breaks ties
 * @param language the language in whose order names are sorted; null if no names are
 */
record SortOrder(String expression, Class<?> type, String id, Language language) {

    SortOrder(String expression, Class<?> type, String id) {
        this(expression, type, id, null);
    }

    private static boolean isDescending(String sort) {
        return sort.startsWith("-");
    }

    /**
     * By a name, in the language of the reader. A list that began in another language continues in that.
     *
     * @param cursor the end of the page before; null for the first page
     */
    static SortOrder ofNames(String name, String id, String cursor) {
        Language language = cursor == null || cursor.isEmpty() ? Messages.language() : PageCursor.language(cursor);
        return new SortOrder(NameOrder.hql(name, language), String.class, id, language);
    }

    /** @param sort the name of the order in the API, after {@code -} if it is descending */
    String by(String sort) {
        String direction = isDescending(sort) ? " desc" : " asc";
        return " order by " + expression + direction + ", " + id + direction;
    }

    /** The condition for the items after a cursor, and its parameters; empty for the first page. */
    String after(String cursor, String sort, Conditions conditions) {
        if (cursor == null || cursor.isEmpty()) {
            return "";
        }
        var last = PageCursor.read(cursor, inLanguage(sort), type);
        return after(last.id(), last.key(), sort, conditions);
    }

    /** The condition for the items after this one, and its parameters. */
    String after(UUID lastId, Object lastKey, String sort, Conditions conditions) {
        conditions.bind("lastKey", lastKey).bind("lastId", lastId);
        String than = isDescending(sort) ? " < " : " > ";
        return " and (" + expression + ", " + id + ")" + than + "(:lastKey, :lastId)";
    }

    /** The cursor of the page after an item. */
    String cursor(String sort, UUID lastId, Object lastKey) {
        return new PageCursor(inLanguage(sort), lastId, lastKey).text();
    }

    private String inLanguage(String sort) {
        return language == null ? sort : sort + PageCursor.IN + language.code();
    }
}
