import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Fills the empty schema of the product, and the tables of the thin server, by SQL files.
 *
 * @param rows the number of opportunities
 * @param notes the number of notes for each of them
 */
record Data(Path sources, long rows, int notes, List<String> files) {

    static final String SECRET = "load";
    private static final String SCOPES =
            "me:read opportunities:read opportunities:write distributions:read distributions:write notes:read"
                    + " notes:write partners:read customers:read customers:write deal-registrations:read reference:read"
                    + " dashboard:read";

    /** What the workloads need. */
    static Data ofWorkloads(Path sources, long rows) {
        return new Data(sources, rows, 10, List.of("data.sql", "thin.sql"));
    }

    void generate(Database database) throws IOException, SQLException {
        var values = Map.of("rows", "" + rows, "notes", "" + notes, "secret", SECRET, "scopes", SCOPES);
        long start = System.nanoTime();
        database.beHasty();
        try (var connection = database.open()) {
            for (String file : files) {
                run(connection, sources.resolve(file), values);
            }
            step(connection, "vacuum and analyze", "vacuum (freeze, analyze)");
        }
        database.beDurable();
        database.execute("create table rig.complete ()");
        System.out.printf("%-45s %7.1f s%n", "all", (System.nanoTime() - start) / 1e9);
    }

    private static void run(Connection connection, Path file, Map<String, String> values)
            throws IOException, SQLException {
        String text = Files.readString(file);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        for (String part : text.split("(?m)^-- step: ")) {
            String[] titleAndSql = part.split("\n", 2);
            if (!part.startsWith("--")) {
                step(connection, titleAndSql[0], titleAndSql[1]);
            }
        }
    }

    private static void step(Connection connection, String title, String sql) throws SQLException {
        long start = System.nanoTime();
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                // An error of a later statement is reported when its result is read.
            }
        }
        System.out.printf("%-45s %7.1f s%n", title, (System.nanoTime() - start) / 1e9);
    }
}
