package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Moves the application's clock forward while a test runs an action. Sessions may expire, so check the result in the
 * database.
 */
public final class ShiftedClock {

    static final Path FILE = Path.of("target/moved-clock").toAbsolutePath();

    private ShiftedClock() {}

    static void back() throws IOException {
        Files.deleteIfExists(FILE);
    }

    /** Moves the clock forward until the query returns true. */
    public static void forward(Duration by, String until, Object... parameters) {
        try {
            Path next = Files.writeString(FILE.resolveSibling("moved-clock-next"), by.toString());
            Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE);
            try {
                await(until, parameters);
            } finally {
                back();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without moving the clock. */
    public static void await(String until, Object... parameters) {
        try (var connection = SuperuserConnection.connection();
                var query = connection.prepareStatement(until)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            for (int i = 0; i < 300; i++) {
                try (var row = query.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(100);
            }
            throw new AssertionError("Not true within 30 seconds: " + until);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
