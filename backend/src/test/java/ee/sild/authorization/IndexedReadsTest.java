package ee.sild.authorization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import ee.sild.ShiftedClock;
import ee.sild.StatementRecorder;
import ee.sild.SuperuserConnection;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every read of the contract can be answered by indexes, with each of its sorts and filters, for staff and for a
 * partner: for large tables, and with sequential scans ruled out, PostgreSQL finds a plan that reads no growing table
 * from the beginning to the end. How much each reads, and what functions of the database read, is measured by
 * {@code backend/bench/plans}.
 */
@QuarkusTest
@Tag("slow")
class IndexedReadsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> CALLERS = List.of("ADMIN", "A_ADMIN");
    private static final List<String> PAGE = List.of("cursor", "limit", "sort");
    private static final Pattern SORTS = Pattern.compile("Sort by ((?:`\\w+`(?:,? (?:or )?)?)+)");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Pattern SIDE = Pattern.compile("/\\* (VENDOR|PARTNER) \\*/$");

    /** Nodes that return their first rows before they have read all of them, so that a limit ends them. */
    private static final Set<String> STREAMING = Set.of(
            "Append",
            "Bitmap Heap Scan",
            "Incremental Sort",
            "Limit",
            "LockRows",
            "Merge Append",
            "Merge Join",
            "Nested Loop",
            "ProjectSet",
            "Result",
            "Subquery Scan");

    /**
     * For the planner, every page of a table has 10,000 rows, and an empty table as many as it expects of one that it
     * does not know. The best plan for the tables of a test would be to read them all.
     */
    private static final String LARGE = """
            update pg_class
               set relpages = case when pg_relation_size(oid) > 0 then pg_relation_size(oid) / 8192 else 0 end,
                   reltuples = case when pg_relation_size(oid) > 0 then pg_relation_size(oid) / 8192 * 10000 else -1 end
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')""";

    /** Grows with the network of partners, as the small tables do; how many of its rows are read is measured. */
    private static final String NETWORK = "app_user";

    private static Set<String> small;
    private static Set<String> partial;
    private static Connection owner;

    @BeforeAll
    static void open() throws SQLException, IOException {
        small = Set.copyOf(Files.readAllLines(Path.of("bench/workloads/small-tables.txt")));
        owner = SuperuserConnection.unprepared();
        keepFromChangingStatistics();
        owner.setAutoCommit(false);
        partial = new HashSet<>();
        try (var rows = owner.createStatement()
                .executeQuery("select indexrelid::regclass::text from pg_index where indpred is not null")) {
            while (rows.next()) {
                partial.add(rows.getString(1));
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        owner.setAutoCommit(true);
        owner.createStatement().execute("alter system reset autovacuum");
        owner.createStatement().execute("select pg_reload_conf()");
        owner.close();
    }

    /** PostgreSQL analyzes tables that tests have filled, which would be a deadlock with the changes of this test. */
    private static void keepFromChangingStatistics() throws SQLException {
        owner.createStatement().execute("alter system set autovacuum = off");
        owner.createStatement().execute("select pg_reload_conf()");
        ShiftedClock.await("select not exists (select from pg_stat_activity where backend_type = 'autovacuum worker')");
    }

    @TestFactory
    Stream<DynamicTest> reads_are_answered_by_indexes() {
        var policy = new AccessPolicy();
        TestUsers users = TestUsers.get();
        var fixtures = new Fixtures(users);
        var tests = new ArrayList<DynamicTest>();
        for (Operation operation : Operation.all(policy, users)) {
            if (operation.method().equals("GET") && !isWhole(operation)) {
                for (String caller : CALLERS) {
                    operation.rule().states().keySet().stream()
                            .filter(state -> policy.expected(operation.rule(), state, caller) < 300)
                            .findFirst()
                            .ifPresent(state -> tests.add(DynamicTest.dynamicTest(
                                    operation.id() + " as " + caller,
                                    () -> check(operation, fixtures.make(state), caller))));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    /** Whether it has no end, or is an export, which reads its whole list. */
    private static boolean isWhole(Operation operation) {
        return operation.contract().at("/responses/200/content").has("text/event-stream")
                || operation.path().endsWith("/export");
    }

    private static void check(Operation operation, Map<String, String> resource, String caller) {
        var found = new TreeMap<String, String>();
        var explained = new HashSet<String>();
        for (String query : queries(operation, caller)) {
            var request = operation.users().as(caller).urlEncodingEnabled(false);
            String path = query.isEmpty() ? operation.path() : operation.path() + "?" + query;
            for (String statement : StatementRecorder.during(
                    () -> assertThat(request.get(path, resource).statusCode())
                            .as(path)
                            .isLessThan(300))) {
                if (SIDE.matcher(statement).find() && explained.add(statement)) {
                    scanned(statement).forEach(table -> found.putIfAbsent(table, query + ": " + statement));
                }
            }
        }
        assertThat(found).as("read as a whole, by which request and statement").isEmpty();
    }

    /** As it is, in each order, and with each filter. */
    private static List<String> queries(Operation operation, String caller) {
        var queries = new ArrayList<String>();
        queries.add("");
        var sorts = SORTS.matcher(operation.contract().path("description").asText());
        if (operation.hasParameter("sort") && sorts.find()) {
            NAME.matcher(sorts.group(1)).results().map(name -> name.group(1)).forEach(sort -> {
                queries.add("sort=" + sort);
                queries.add("sort=-" + sort);
            });
        }
        operation.contract().path("parameters").forEach(parameter -> {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !PAGE.contains(name)) {
                queries.add(name + "=" + value(parameter.path("schema"), caller));
            }
        });
        return queries;
    }

    /** Of names, the last for a partner: roles begin with those of the vendor. */
    private static String value(JsonNode schema, String caller) {
        JsonNode one = Operation.resolved(schema.has("items") ? schema.path("items") : schema);
        JsonNode names = one.has("enum") ? one.path("enum") : one.path("x-extensible-enum");
        if (names.isArray()) {
            return names.path(caller.startsWith("A_") ? names.size() - 1 : 0).asText();
        }
        return switch (one.path("type").asText() + " " + one.path("format").asText()) {
            case "boolean " -> "true";
            case "string uuid" -> "019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9a11";
            case "string date" -> "2026-01-01";
            case "integer int32", "integer " -> "50";
            default -> "10000001";
        };
    }

    /** The growing tables that a statement reads from the beginning to the end, however rows are selected. */
    private static Set<String> scanned(String statement) {
        var tables = new TreeSet<String>();
        scanned(plan(statement).at("/0/Plan"), false, "", tables);
        return tables;
    }

    private static JsonNode plan(String statement) {
        var side = SIDE.matcher(statement);
        assertThat(side.find()).isTrue();
        try (var asSide = owner.createStatement()) {
            asSide.execute(LARGE);
            // Those of the few rows that other tests have left would choose the plan.
            asSide.execute("delete from pg_statistic");
            asSide.execute("set local enable_seqscan = off");
            // As much as they would cost on pages of their own.
            asSide.execute("set local cpu_tuple_cost = 0.1");
            asSide.execute("set local cpu_index_tuple_cost = 0.05");
            asSide.execute("set local role sild_application_" + side.group(1).toLowerCase(Locale.ROOT));
            asSide.execute("set local sild.side = '" + side.group(1) + "'");
            try (var row = asSide.executeQuery("explain (generic_plan, format json) " + numbered(statement))) {
                row.next();
                return JSON.readTree(row.getString(1));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(statement, e);
        } finally {
            rollback();
        }
    }

    private static void rollback() {
        try {
            owner.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the parameters of PostgreSQL, $1 and so on, instead of those of JDBC. */
    private static String numbered(String statement) {
        var numbered = new StringBuilder();
        boolean quoted = false;
        int parameters = 0;
        for (int i = 0; i < statement.length(); i++) {
            char c = statement.charAt(i);
            quoted ^= c == '\'';
            if (c == '?' && !quoted) {
                numbered.append('$').append(++parameters);
            } else {
                numbered.append(c);
            }
        }
        return numbered.toString();
    }

    private static void scanned(JsonNode node, boolean limited, String relation, Set<String> tables) {
        String kind = node.path("Node Type").asText();
        String table = node.path("Relation Name").asText(relation);
        boolean whole = kind.equals("Seq Scan")
                || (kind.contains("Index")
                        && !node.has("Index Cond")
                        && !partial.contains(node.path("Index Name").asText()));
        if (whole && !limited && !small.contains(table) && !table.equals(NETWORK) && !table.startsWith("pg_")) {
            tables.add(table);
        }
        boolean streams = kind.equals("Limit") || (limited && STREAMING.contains(kind));
        node.path("Plans").forEach(part -> scanned(part, streams && !isApart(part), table, tables));
    }

    /** A part that is computed on its own, whatever ends the node that it belongs to. */
    private static boolean isApart(JsonNode part) {
        return Set.of("InitPlan", "SubPlan")
                .contains(part.path("Parent Relationship").asText());
    }
}
