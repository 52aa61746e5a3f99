package ee.sild.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the embedded database on its own for live reload: the application restarts, the database keeps running. */
final class Standalone {

    private Standalone() {}

    /**
     * Serves the database of the first folder until it is terminated, and writes {@code URL PASSWORD} to the second
     * path.
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]).toAbsolutePath());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            postgres.keepRunning(() -> System.exit(1));
            Files.writeString(Path.of(arguments[1]), postgres.url() + " " + postgres.password() + "\n");
            new CountDownLatch(1).await();
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println("The database did not stop cleanly: " + e.getMessage());
        }
    }
}
