package ee.sild.database;

import java.sql.SQLException;

/** The embedded database cannot be started. The message is one line for the terminal. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }

    static DatabaseUnavailable of(String url, String role, SQLException e) {
        return new DatabaseUnavailable("The database at %s cannot be used as %s: %s"
                .formatted(url, role, e.getMessage().lines().findFirst().orElse("")));
    }
}
