package ee.sild;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ee.sild.database.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** What was stored before identifiers had one form gets it, and loses nothing that is not twice. */
class IdentifierUpgradeTest {

    private static final Path RELEASED = Path.of("src/test/resources/released/v0.2.0.migrations.zip");

    private static final String BEFORE = """
            insert into customer (id, name, country, registry_code, vat_number, web_domain, created_at, updated_at, version)
            select md5(x[1])::uuid, x[1], x[2], nullif(x[3], '-'), nullif(x[4], '-'), nullif(x[5], '-'), now(), now(), 0
              from (select string_to_array(line, '|') as x from unnest(array[
                'plain|EE|10012345|EE100594102|acme.ee', 'spaced|EE| 10012345 |EE 100 207 415|www.kala.ee', 'alone|DE|hrb 1|-|-',
                'bare|EE|1|100594102|-', 'empty|EE||---|-', 'upper|EE|-|ee123|WWW.EE']) line) lines;
            insert into partner (id, name, country, registry_code, vat_number, web_domain, status, created_at, updated_at, version)
            values (md5('p')::uuid, 'P', 'LV', ' 40 003 ', '40003521600', 'p.lv', 'ACTIVE', now(), now(), 0);
            insert into product_line (id, name) values (md5('1')::uuid, 'Wi-Fi'), (md5('2')::uuid, 'wi-fi'), (md5('3')::uuid, 'Õli'),
                (md5('4')::uuid, 'õLI'), (md5('5')::uuid, 'Other')""";

    private static final String AFTER = """
            select concat_ws('|', name, registry_code, vat_number, web_domain) from customer
            union all select concat_ws('|', name, registry_code, vat_number, web_domain) from partner""";

    @Test
    void stored_identifiers_get_the_form_of_new_ones(@TempDir Path folder) throws IOException, SQLException {
        try (var postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), false)) {
            execute(postgres, "create role application");
            Migrations.flyway(
                            postgres.url(),
                            postgres.password(),
                            "application",
                            "filesystem:" + UpgradeTest.unpacked(RELEASED, folder.resolve("released")))
                    .migrate();
            execute(postgres, "set sild.side = 'SYSTEM'; " + BEFORE);

            var current = Migrations.flyway(postgres.url(), postgres.password(), "application", Migrations.CURRENT);
            assertThat(current.migrate().success).isTrue();

            assertThat(texts(postgres, AFTER))
                    .containsExactlyInAnyOrder(
                            "plain|10012345|EE100594102|acme.ee",
                            "spaced|EE100207415|kala.ee",
                            "alone|HRB1",
                            "bare|1|EE100594102",
                            "empty",
                            "upper|EE123|www.ee",
                            "P|40003|LV40003521600|p.lv");
            assertThat(texts(
                            postgres,
                            "select before ->> 'registry_code' from audit_event where thing_id = md5('spaced')::uuid::text"
                                    + " and operation = 'UPDATE' and before ? 'registry_code'"))
                    .containsExactly(" 10012345 ");
            assertThat(texts(postgres, "select name from product_line"))
                    .hasSize(5)
                    .contains("Other")
                    .filteredOn(name -> name.endsWith(" (2)"))
                    .hasSize(2);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = owner.createStatement()) {
            statement.execute("set sild.side = 'SYSTEM'");
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
