package ee.sild.database;

/** The embedded database cannot be started. The message is one line for the terminal. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }
}
