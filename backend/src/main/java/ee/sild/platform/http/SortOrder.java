package ee.sild.platform.http;

import java.util.UUID;

/**
 * An order in which a list can be sorted.
 *
 * @param expression the HQL to sort by, whose value is of this type
 * @param id the HQL of the ID, which breaks ties
 */
record SortOrder(String expression, Class<?> type, String id) {

    private static boolean isDescending(String sort) {
        return sort.startsWith("-");
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
        var last = PageCursor.read(cursor, sort, type);
        return after(last.id(), last.key(), sort, conditions);
    }

    /** The condition for the items after this one, and its parameters. */
    String after(UUID lastId, Object lastKey, String sort, Conditions conditions) {
        conditions.bind("lastKey", lastKey).bind("lastId", lastId);
        String than = isDescending(sort) ? " < " : " > ";
        return " and (" + expression + ", " + id + ")" + than + "(:lastKey, :lastId)";
    }
}
