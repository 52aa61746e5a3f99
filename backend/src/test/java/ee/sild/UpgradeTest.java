package ee.sild;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ee.sild.database.EmbeddedPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Databases of released versions are upgraded: their migrations are kept under {@code released/}, named by their tag,
 * with some rows that fit them.
 */
class UpgradeTest {

    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final String APPLICATION = "upgraded_application";

    /** Everything that migrations create, with its definition. */
    private static final String SCHEMA = """
            select concat_ws(' ', 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   a.attidentity, a.attgenerated, a.attstorage, pg_get_expr(d.adbin, d.adrelid))
              from pg_attribute a join pg_class c on c.oid = a.attrelid
              left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0
               and not a.attisdropped
            union all
            select concat_ws(' ', 'table', relname, relkind, relpersistence, relrowsecurity, relforcerowsecurity,
                   reloptions, array(select entry::text from unnest(relacl) entry order by 1))
              from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
            union all
            select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
              from pg_constraint where connamespace = 'public'::regnamespace
            union all
            select 'index ' || indexdef from pg_indexes where schemaname = 'public'
            union all
            select concat_ws(' ', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
            union all
            select concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
              from pg_policies
            union all
            select 'function ' || pg_get_functiondef(oid) from pg_proc p
             where pronamespace = 'public'::regnamespace and prokind = 'f'
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select 'view ' || viewname || ' ' || definition from pg_views where schemaname = 'public'
             order by 1""";

    private static final String ROWS = """
            select format('select %L || count(*) from %I', relname || ' ', relname)
              from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
               and relname not in ('flyway_schema_history', 'audit_event', 'audit_unsealed')
             order by relname""";

    private static final String SEALS =
            "select position || ' ' || event_id || ' ' || hash from audit_seal order by position";

    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), false);
        execute("sild", "create role " + APPLICATION);
        create("fresh");
        migrate("fresh", Migrations.CURRENT);
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    static List<Path> released() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.toString().endsWith(".migrations.zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void a_database_of_a_released_version_becomes_like_a_new_one(Path migrations) throws IOException, SQLException {
        String version = migrations.getFileName().toString().replace(".migrations.zip", "");
        String database = "from_" + version.replaceAll("\\W", "_");
        create(database);
        migrate(database, "filesystem:" + unpacked(migrations, folder.resolve(version)));
        execute(database, "set sild.side = 'SYSTEM';" + Files.readString(RELEASED.resolve(version + ".rows.sql")));
        execute(database, "set sild.side = 'SYSTEM'; select seal_audit(); update tier set name = name || '!'");
        var sealed = texts(database, SEALS);
        var before = texts(database, texts(database, ROWS));
        assertThat(before)
                .as("Rows to upgrade")
                .filteredOn(count -> !count.endsWith(" 0"))
                .hasSizeGreaterThan(20);

        var result = migrate(database, Migrations.CURRENT);

        assertThat(result.success).isTrue();
        assertThat(flyway(database, Migrations.CURRENT).validateWithResult().validationSuccessful)
                .isTrue();
        var upgraded = texts(database, List.of(SCHEMA));
        var fresh = texts("fresh", List.of(SCHEMA));
        assertThat(only(upgraded, fresh))
                .as(
                        "Only in an upgraded database. An R file runs again if its text changes, so a V file that changes what "
                                + "it uses needs a changed R file, too; and a function in an R file lists columns instead of *")
                .isEmpty();
        assertThat(only(fresh, upgraded)).as("Only in a new database").isEmpty();
        assertThat(texts(database, texts(database, ROWS))).containsAll(before);
        isStillSealed(database, sealed);
    }

    /** Also the events that were not sealed before the upgrade. */
    private static void isStillSealed(String database, List<String> sealed) throws SQLException {
        String broken = "select coalesce(broken, 0) from broken_seal(0, 100000)";
        assertThat(texts(database, SEALS)).hasSizeGreaterThan(20).isEqualTo(sealed);
        assertThat(texts(database, "select seal_audit(100) > 0")).containsExactly("t");
        assertThat(texts(database, "select count(*) from audit_unsealed")).containsExactly("0");
        assertThat(texts(database, broken)).containsExactly("0");
        execute(
                database,
                "set session_replication_role = replica; update audit_event set trace_id = trace_id || 'x'"
                        + " where id = (select event_id from audit_seal where position = 9)");
        assertThat(texts(database, broken)).containsExactly("9");
    }

    @Test
    void a_database_of_version_0_1_stops_the_start_and_says_what_to_do() throws SQLException {
        create("old");
        SchemaHistory.ofVersion01(url("old"), EmbeddedPostgres.USER, postgres.password());
        var failure = catchThrowableOfType(FlywayException.class, () -> migrate("old", Migrations.CURRENT));
        assertThat(SchemaMismatch.message(failure))
                .startsWith("This database was created by Sild 0.1 and cannot be upgraded to Sild 0.2 or later.")
                .contains("SILD_DATA", "SILD_DATABASE_URL")
                .doesNotContain("\n");
    }

    private static List<String> only(List<String> definitions, List<String> others) {
        return definitions.stream().filter(one -> !others.contains(one)).toList();
    }

    static Path unpacked(Path zip, Path target) throws IOException {
        Files.createDirectories(target);
        try (var files = FileSystems.newFileSystem(zip);
                var all = Files.list(files.getPath("/"))) {
            for (Path file : all.toList()) {
                Files.copy(file, target.resolve(file.getFileName().toString()));
            }
        }
        return target.toAbsolutePath();
    }

    private static Flyway flyway(String database, String location) {
        return Migrations.flyway(url(database), postgres.password(), APPLICATION, location);
    }

    private static MigrateResult migrate(String database, String location) {
        return flyway(database, location).migrate();
    }

    private static void create(String database) throws SQLException {
        execute("sild", "create database " + database);
    }

    private static String url(String database) {
        return postgres.url().replaceFirst("/sild$", "/" + database);
    }

    private static void execute(String database, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(url(database), EmbeddedPostgres.USER, postgres.password());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(String database, String sql) throws SQLException {
        return texts(database, List.of(sql));
    }

    private static List<String> texts(String database, List<String> queries) throws SQLException {
        var texts = new ArrayList<String>();
        try (var owner = DriverManager.getConnection(url(database), EmbeddedPostgres.USER, postgres.password());
                var statement = owner.createStatement()) {
            for (String sql : queries) {
                try (var rows = statement.executeQuery(sql)) {
                    while (rows.next()) {
                        texts.add(rows.getString(1));
                    }
                }
            }
        }
        return texts;
    }
}
