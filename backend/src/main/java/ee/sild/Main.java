package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.flywaydb.core.api.FlywayException;

import ee.sild.database.ApplicationRole;
import ee.sild.database.DatabaseUnavailable;
import ee.sild.database.EmbeddedPostgres;
import ee.sild.platform.http.FrameworkFailures;

/** Starts Sild. Also starts the embedded database unless {@code SILD_DATABASE_URL} is set. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        var errors = SettingsValidator.errors(System.getenv());
        if (!errors.isEmpty()) {
            errors.forEach(System.err::println);
            System.exit(1);
        }
        Path data = Path.of(System.getenv().getOrDefault("SILD_DATA", "data"))
                .toAbsolutePath()
                .normalize();
        try {
            String role = System.getenv("SILD_DATABASE_APPLICATION_USER");
            if (role != null) {
                ApplicationRole.check(
                        System.getenv("SILD_DATABASE_URL"), role, System.getenv("SILD_DATABASE_APPLICATION_PASSWORD"));
            } else if (System.getProperty("quarkus.datasource.jdbc.url") == null) {
                database(data).settings().forEach(Main::set);
            }
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            System.err.println("The data folder " + data + " cannot be used: "
                    + e.getCause().getMessage());
            System.exit(1);
        }
        System.setProperty(FrameworkFailures.LEAVE_ADDRESSES_TO_US, "true");
        Quarkus.run(null, Main::end, arguments);
    }

    /** A schema of another version prints one line. Any other failure prints its stack trace. */
    private static void end(int status, Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof FlywayException)) {
            cause = cause.getCause();
        }
        if (cause instanceof FlywayException mismatch) {
            System.err.println(SchemaMismatch.message(mismatch));
        } else if (failure != null) {
            failure.printStackTrace();
        }
        System.exit(failure == null ? status : 1);
    }

    private static void set(String name, String value) {
        if (!name.equals("sild.secret") || System.getenv("SILD_SECRET") == null) {
            System.setProperty(name, value);
        }
    }

    private static ApplicationRole database(Path data) {
        String outside = System.getenv("SILD_DATABASE_URL");
        if (outside != null) {
            return new ApplicationRole(
                    outside,
                    System.getenv().getOrDefault("SILD_DATABASE_USER", "sild"),
                    System.getenv().getOrDefault("SILD_DATABASE_PASSWORD", ""));
        }
        var postgres = EmbeddedPostgres.start(data.resolve("postgresql"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres), "stop-database"));
        postgres.keepRunning(() -> {
            System.err.println("Sild ends, because it has no database.");
            System.exit(1);
        });
        return new ApplicationRole(postgres.url(), EmbeddedPostgres.USER, postgres.password());
    }

    /** Shutdown hooks run in parallel: waits until the application has stopped, then stops the database. */
    private static void stop(EmbeddedPostgres postgres) {
        try {
            Application application = Application.currentApplication();
            for (int i = 0; application != null && application.isStarted() && i < 600; i++) {
                Thread.sleep(50);
            }
            postgres.close();
        } catch (IOException e) {
            System.err.println("The database did not stop cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
