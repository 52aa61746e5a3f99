package ee.sild.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The folder of an embedded PostgreSQL: its cluster, its log, its password in a 0600 file, and a lock for one owner.
 */
final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final String password;
    private final FileChannel owner;
    private final FileLock lock;

    DataFolder(Path folder) throws IOException {
        this.folder = folder;
        this.owner = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.lock = lockOrNull(owner);
        if (lock == null) {
            throw new DatabaseUnavailable("Another Sild already uses the data folder " + folder);
        }
        this.password = password(passwordFile());
    }

    private static FileLock lockOrNull(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    Path cluster() {
        return folder.resolve("cluster");
    }

    /** Where a new cluster is created, to be moved. */
    Path newCluster() {
        return folder.resolve("cluster.new");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        owner.close();
    }
}
