package ee.sild.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the embedded database by itself, for live reload: the application restarts, the database stays. */
final class Standalone {

    private Standalone() {
    }

    /** Prints {@code URL PASSWORD} and serves until its standard input ends. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        try (var postgres = EmbeddedPostgres.start(folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres)));
            Path ready = Path.of(arguments[1]);
            Files.writeString(ready, postgres.url() + " " + postgres.password());
            while (System.in.read() >= 0) {
                // whatever is typed means nothing; the end of input means stop
            }
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException alreadyDown) {
            System.err.println(alreadyDown.getMessage());
        }
    }
}
