import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import ee.sild.database.EmbeddedPostgres;

/** The embedded PostgreSQL of the rig, with the settings of the product and with statement statistics. */
final class Database implements AutoCloseable {

    private final Path folder;
    private EmbeddedPostgres postgres;
    private boolean closed;

    Database(Path folder) throws IOException, SQLException {
        this.folder = folder;
        postgres = EmbeddedPostgres.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit));
        try (var connection = open("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
            statement.execute("alter system set pg_stat_statements.max = 10000");
        }
        restart();
        try (var connection = open("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** Before the rows are there nothing can be lost, so nothing waits for the disk. */
    void beHasty() throws IOException, SQLException {
        configure(
                "fsync = off",
                "full_page_writes = off",
                "wal_level = minimal",
                "max_wal_senders = 0",
                "max_wal_size = '8GB'");
    }

    void beDurable() throws IOException, SQLException {
        configure();
    }

    /** Changes settings that need no restart. */
    void set(List<String> settings) throws SQLException {
        alter("set ", settings);
    }

    void reset(List<String> settings) throws SQLException {
        alter("reset ", settings);
    }

    private void alter(String how, List<String> settings) throws SQLException {
        try (var connection = open("postgres");
                var statement = connection.createStatement()) {
            // Its settings are known once it is loaded.
            statement.execute("load 'auto_explain'");
            for (String setting : settings) {
                statement.execute("alter system " + how + setting);
            }
            statement.execute("select pg_reload_conf()");
        }
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    private void configure(String... settings) throws IOException, SQLException {
        try (var connection = open("postgres");
                var statement = connection.createStatement()) {
            for (String name : List.of("fsync", "full_page_writes", "wal_level", "max_wal_senders", "max_wal_size")) {
                statement.execute("alter system reset " + name);
            }
            for (String setting : settings) {
                statement.execute("alter system set " + setting);
            }
        }
        restart();
    }

    private void restart() throws IOException {
        postgres.close();
        postgres = EmbeddedPostgres.start(folder);
    }

    String url() {
        return postgres.url();
    }

    int port() {
        return Integer.parseInt(url().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    String password() {
        return postgres.password();
    }

    long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    Connection open() throws SQLException {
        return open("sild");
    }

    private Connection open(String name) throws SQLException {
        return DriverManager.getConnection(url().replaceAll("/[^/]*$", "/" + name), EmbeddedPostgres.USER, password());
    }

    List<String[]> rows(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String[]>();
            while (rows.next()) {
                var row = new String[rows.getMetaData().getColumnCount()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getString(i + 1);
                }
                found.add(row);
            }
            return found;
        }
    }

    void execute(String sql) throws SQLException {
        try (var connection = open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many statements the application has sent so far, including those that begin and end transactions. */
    long statementsOfTheApplication() throws SQLException {
        try (var connection = open("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select coalesce(sum(s.calls), 0) from pg_stat_statements s join pg_roles r on r.oid = s.userid
                     where r.rolname like 'sild\\_application%'\
                    """)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            postgres.close();
        }
    }

    /** PostgreSQL would survive a rig that is interrupted. */
    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("The database did not stop: " + e.getMessage());
        }
    }
}
