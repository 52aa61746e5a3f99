package ee.sild.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Creates the cluster of a data folder. */
final class NewCluster {

    private NewCluster() {}

    /** Created in a temporary folder and moved, so that an interrupted first start leaves nothing incomplete. */
    static void create(PostgresPrograms programs, DataFolder folder) throws IOException {
        Path fresh = folder.newCluster();
        PostgresBinaries.delete(fresh);
        programs.run(
                "initdb",
                "-D",
                fresh.toString(),
                "-U",
                EmbeddedPostgres.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + folder.passwordFile(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }
}
