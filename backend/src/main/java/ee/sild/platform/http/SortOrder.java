package ee.sild.platform.http;

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
        conditions.bind("lastKey", last.key()).bind("lastId", last.id());
        String than = isDescending(sort) ? " < " : " > ";
        return " and (" + expression + ", " + id + ")" + than + "(:lastKey, :lastId)";
    }
}
