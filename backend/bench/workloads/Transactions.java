import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** How long the application's transactions take, from samples. */
final class Transactions {

    private static final int MOST = 8;

    private final Database database;
    private final Map<String, Double> longest = new TreeMap<>();

    Transactions(Database database) {
        this.database = database;
    }

    void watch(int seconds) throws InterruptedException, SQLException {
        try (var connection = database.open();
                var statement = connection.prepareStatement("""
                        select left(regexp_replace(query, '\\s+', ' ', 'g'), 90),
                               extract(epoch from clock_timestamp() - xact_start)
                          from pg_stat_activity
                         where usename = 'sild_application' and xact_start is not null""")) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            while (System.nanoTime() < end) {
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        longest.merge(row.getString(1), row.getDouble(2), Math::max);
                    }
                }
                Thread.sleep(20);
            }
        }
    }

    void print() {
        longest.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(entry -> System.out.printf("    %6.2f s  %s%n", entry.getValue(), entry.getKey()));
    }
}
