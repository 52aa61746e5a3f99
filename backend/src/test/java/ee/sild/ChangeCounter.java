package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.ObserverOrder;

/** Counts changed rows with its own statement triggers, to compare them with the audit log after all tests. */
@ApplicationScoped
class ChangeCounter {

    static final Path COUNTS = Path.of("target", "audit-counts.txt");
    private static final String INSTALL = """
            create unlogged table if not exists counted_change (n bigint not null);
            create or replace function count_changes() returns trigger language plpgsql security definer as $$
            begin
                insert into counted_change select count(*) from changed having count(*) > 0;
                return null;
            end $$;
            do $$
            declare audited text;
            begin
                for audited in select tgrelid::regclass::text from pg_trigger where tgname = 'audited' loop
                    execute format('create trigger counted_i after insert on %1$s referencing new table as changed'
                      ' for each statement execute function count_changes()', audited);
                    execute format('create trigger counted_u after update on %1$s referencing new table as changed'
                      ' for each statement execute function count_changes()', audited);
                    execute format('create trigger counted_d after delete on %1$s referencing old table as changed'
                      ' for each statement execute function count_changes()', audited);
                end loop;
                insert into counted_change select count(*) from audit_event where kind = 'CHANGE';
            end $$;
            """;

    void install(@Observes @Priority(ObserverOrder.STARTUP_FIRST) StartupEvent start) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement()) {
            statement.execute(INSTALL);
        }
    }

    /**
     * Appends the numbers of audited and counted changes of this database to the file that {@link AuditCoverageTest}
     * reads.
     */
    static void append(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(
                        "select (select count(*) from audit_event where kind = 'CHANGE') || ' ' || "
                                + "(select sum(n) from counted_change)")) {
            row.next();
            Files.writeString(COUNTS, row.getString(1) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
