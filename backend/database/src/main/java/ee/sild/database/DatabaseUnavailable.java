package ee.sild.database;

/** The embedded database cannot be started; the message is one line for the person at the terminal. */
public class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message) {
        super(message);
    }
}
