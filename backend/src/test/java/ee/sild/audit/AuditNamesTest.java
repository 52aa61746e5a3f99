package ee.sild.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.SuperuserConnection;

import static org.assertj.core.api.Assertions.assertThat;

/** The web app has a name for every table and column of the audit log, in each language. */
@QuarkusTest
class AuditNamesTest {

    /** The trigger does not record the column of the search. The one that allows a single row never changes. */
    private static final String AUDITED = """
            from pg_trigger t join pg_class c on c.oid = t.tgrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where t.tgname = 'audited' and a.attname not in ('searched', 'only_one')""";

    @ParameterizedTest
    @ValueSource(strings = {"en", "et"})
    void tables_and_columns_have_names(String language) throws IOException, SQLException {
        var audit = new ObjectMapper()
                .readTree(Path.of("../frontend/src/i18n/%s.json".formatted(language))
                        .toFile())
                .path("audit");
        assertThat(names(audit.path("things"))).isEqualTo(audited("c.relname"));
        assertThat(names(audit.path("columns"))).isEqualTo(audited("a.attname"));
    }

    private static Set<String> names(JsonNode texts) {
        var names = new TreeSet<String>();
        texts.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> audited(String what) throws SQLException {
        var names = new TreeSet<String>();
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct " + what + " " + AUDITED)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
