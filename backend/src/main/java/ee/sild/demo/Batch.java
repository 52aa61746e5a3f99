package ee.sild.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;

/** Inserts rows of the demo data. */
final class Batch {

    private final Connection database;

    Batch(Connection database) {
        this.database = database;
    }

    /** @param columns comma separated; a column named {@code details} holds JSON */
    void insert(String table, String columns, Object... values) {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        if (columns.contains("details")) {
            marks = marks.substring(0, marks.length() - 1) + "cast(? as jsonb)";
        }
        try (var insert =
                database.prepareStatement("insert into %s (%s) values (%s)".formatted(table, columns, marks))) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof Instant instant
                        ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                        : values[i];
                insert.setObject(i + 1, value);
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Demo data: " + table + ": " + e.getMessage(), e);
        }
    }

    void run(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
