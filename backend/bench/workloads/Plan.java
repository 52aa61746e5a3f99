import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How PostgreSQL has executed a statement.
 *
 * @param rows how many rows and index entries of growing tables were read, whether or not they were used
 * @param blocks how many blocks of 8 KB were looked at
 * @param scanned the growing tables that were read from the beginning, and not because a limit ended that soon
 * @param costly the nodes that read most, for people
 */
record Plan(String statement, long rows, long blocks, Set<String> scanned, Map<String, Long> costly) {

    /** Nodes that return their first rows before they have read all of them. */
    private static final Set<String> STREAMING =
            Set.of("Append", "Hash Join", "Limit", "LockRows", "Nested Loop", "ProjectSet", "Result", "Subquery Scan");

    /** @param small tables that do not grow */
    static Plan of(JsonNode explained, Set<String> small) {
        var scanned = new TreeSet<String>();
        var costly = new TreeMap<String, Long>();
        JsonNode top = explained.path("Plan");
        long rows = rows(top, false, small, scanned, costly);
        long blocks = top.path("Shared Hit Blocks").asLong() + top.path("Shared Read Blocks").asLong();
        return new Plan(explained.path("Query Text").asText(), rows, blocks, scanned, costly);
    }

    /** @param limited whether a limit ends the node before it has read everything */
    private static long rows(
            JsonNode node, boolean limited, Set<String> small, Set<String> scanned, Map<String, Long> costly) {
        double loops = node.path("Actual Loops").asDouble();
        String table = node.path("Relation Name").asText();
        String kind = node.path("Node Type").asText();
        boolean streams = kind.equals("Limit") || (limited && STREAMING.contains(kind));
        long below = node.path("Plans").valueStream()
                .mapToLong(part -> rows(part, streams, small, scanned, costly))
                .sum();
        long own = Math.round(loops
                * (node.path("Actual Rows").asDouble()
                        + node.path("Rows Removed by Filter").asDouble()
                        + node.path("Rows Removed by Index Recheck").asDouble()));
        if (kind.equals("Bitmap Index Scan")) {
            return own;
        }
        if (table.isEmpty() || table.startsWith("pg_") || small.contains(table) || loops == 0) {
            return below;
        }
        if (kind.equals("Seq Scan") && !limited) {
            scanned.add(table);
        }
        // A bitmap scan reads the entries of indexes and then the rows that they lead to.
        long read = kind.equals("Bitmap Heap Scan") ? Math.max(own, below) : own;
        if (read > 0) {
            String index = node.has("Index Name") ? " by " + node.path("Index Name").asText() : "";
            costly.merge(kind + " on " + table + index, read, Long::sum);
        }
        return kind.equals("Bitmap Heap Scan") ? read : read + below;
    }
}
