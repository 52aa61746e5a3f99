package ee.sild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api.Company;
import ee.sild.platform.security.ActorLookup;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.RowSecurity;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

/** The database shows each caller only its own rows, whatever the query. */
@QuarkusTest
@Tag("slow")
class RowSecurityTest {

    @Inject
    AgroalDataSource database;

    @Inject
    EntityManager entities;

    @Inject
    RowSecurity rows;

    @Inject
    ActorLookup callers;

    @Test
    void the_application_role_owns_nothing_and_is_not_a_superuser() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(texts(
                            connection,
                            "select rolname from pg_roles where rolname = current_user and "
                                    + "not rolsuper and not rolbypassrls and not rolcreaterole"))
                    .hasSize(1);
            assertThat(texts(
                            connection,
                            "select relname from pg_class where relowner = (select oid from "
                                    + "pg_roles where rolname = current_user)"))
                    .isEmpty();
        }
    }

    @Test
    void the_application_inherits_nothing_from_the_roles_of_the_actors() throws SQLException {
        try (var connection = database.getConnection()) {
            for (DatabaseActor actor : DatabaseActor.values()) {
                String role = "session_user || '_" + actor.name().toLowerCase(Locale.ROOT) + "'";
                assertThat(texts(
                                connection,
                                "select rolname from pg_roles where rolname = " + role + " and not rolcanlogin "
                                        + "and not rolsuper and not rolbypassrls and pg_has_role(rolname, 'SET') "
                                        + "and not pg_has_role(rolname, 'USAGE')"))
                        .as(actor.name())
                        .hasSize(1);
            }
        }
    }

    /** Functions of the owner see all rows, so each of them checks the caller, or returns nothing or a number. */
    @Test
    void functions_of_the_owner_show_nothing_without_a_caller() throws SQLException {
        var company = Api.partner();
        Api.accepted(company);
        var shown = Map.ofEntries(
                entry(
                        "display_name",
                        "select name from (select display_name(id) as name from ids) x where name is not null"),
                entry(
                        "offered_customer_name",
                        "select name from (select offered_customer_name(id) as name from ids) x where name is not null"),
                entry(
                        "offered_topic",
                        "select topic from (select offered_topic(id) as topic from ids) x where topic is not null"),
                entry("is_of_collaboration", "select id::text from ids where is_of_collaboration(id)"),
                entry("collaborators_of", "select c.partner_name from ids, collaborators_of(id) c"),
                entry("colleague", "select c.name from ids, colleague(id) c"),
                entry("pool_of_mine", "select pool_of_mine()::text"),
                entry("pool_open_to", "select unnest(pool_open_to(id, now()))::text from ids"),
                entry(
                        "pool_is_open_to",
                        "select i.id::text from ids i, ids p where pool_is_open_to(i.id, p.id, now())"),
                entry(
                        "pool_objections",
                        "select i.id::text from ids i, ids p where pool_objections(i.id, p.id, now()) is not null"),
                entry("offer_objections", "select id::text from ids where offer_objections(id, now()) is not null"),
                entry(
                        "notified_users",
                        "select u.id::text from ids, notified_users('PROGRAMME_STAFF', 'DELIVERED', ids.id, null, null) u"),
                entry("find_user", "select f.name from ids, find_user(ids.id, ids.id, ids.id, now()) f"),
                entry("find_client", "select f.name from ids, find_client(ids.id, ids.id::text, ids.id, now()) f"),
                // Tested below.
                entry("same_companies", ""));
        try (var owner = SuperuserConnection.connection();
                var connection = database.getConnection()) {
            assertThat(texts(owner, """
                            select proname from pg_proc
                             where prosecdef and pronamespace = 'public'::regnamespace
                               and prorettype <> 'trigger'::regtype and prorettype <> 'int'::regtype
                               and proname not in ('record_denial', 'broken_seal')""")).isSubsetOf(shown.keySet());
            String ids = texts(owner, """
                            select string_agg('(' || quote_literal(id) || '::uuid)', ', ')
                              from (select id from app_user union all select id from customer
                                    union all select id from opportunity
                                    union all select collaboration_id from collaborator) x""").getFirst();
            for (var function : shown.entrySet()) {
                if (!function.getValue().isEmpty()) {
                    assertThat(texts(connection, "with ids (id) as (values " + ids + ") " + function.getValue()))
                            .as(function.getKey())
                            .isEmpty();
                }
            }
        }
    }

    /**
     * Every table that refers to a partner, a user, a customer or an opportunity, directly or indirectly, contains
     * protected data.
     */
    @Test
    void every_table_with_protected_data_has_forced_policies() throws SQLException {
        try (var connection = SuperuserConnection.connection()) {
            var unprotected = texts(connection, """
                    with recursive held as (
                        select oid from pg_class where oid in ('partner'::regclass, 'app_user'::regclass,
                          'customer'::regclass, 'opportunity'::regclass)
                        union
                        select c.conrelid from pg_constraint c join held h on c.confrelid = h.oid where c.contype = 'f'
                    )
                    select relname from pg_class where oid in (select oid from held) and not (relrowsecurity
                      and relforcerowsecurity)""");
            assertThat(unprotected).isEmpty();
        }
    }

    @Test
    void without_a_caller_no_rows_are_visible() throws SQLException {
        Api.accepted(Api.partner());
        for (String table : protectedTables()) {
            try (var connection = database.getConnection()) {
                assertThat(texts(connection, "select 1 from " + table))
                        .as(table)
                        .isEmpty();
            }
        }
        assertThat(DatabaseActor.SYSTEM.act(() -> {
                    try (var connection = database.getConnection()) {
                        return texts(connection, "select 1 from opportunity");
                    }
                }))
                .isNotEmpty();
    }

    /** A look-up sets the actor in its own statement, and only for a caller that exists. */
    @Test
    void a_failed_look_up_leaves_no_actor() throws SQLException {
        for (String call :
                List.of("find_user(?, ?, ?, now())", "find_user(?, ?, ?, now() + 1 / 0 * interval $$1 day$$)")) {
            try {
                assertThat(callers.find(
                                call, row -> fail("A row"), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()))
                        .isNull();
            } catch (SQLException expected) {
                assertThat(call).contains("/ 0");
            }
        }
        try (var connection = database.getConnection()) {
            assertThat(texts(connection, "select current_setting('sild.side') || current_setting('role')"))
                    .containsExactly("none");
        }
    }

    /** After an error the transaction accepts no statement, such as the one that resets the actor. */
    @Test
    void an_exception_outside_the_callers_rows_is_propagated() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .call(() -> rows.asSystem(() -> entities.createNativeQuery("select 1 / 0", Integer.class)
                                .getSingleResult())))
                .hasRootCauseMessage("ERROR: division by zero");
    }

    @Test
    void the_company_search_is_restricted() throws SQLException {
        String search = "select customer_id from same_companies('EE', null, null, null, 'Saarte Kala AS', 0.5)";
        try (var connection = database.getConnection()) {
            assertThatThrownBy(() -> texts(connection, search)).hasMessageContaining("not the caller's to know");
        }
        assertThatThrownBy(() -> DatabaseActor.ANONYMOUS.act(() -> {
                    try (var connection = database.getConnection()) {
                        return texts(connection, search);
                    }
                }))
                .hasMessageContaining("not the caller's to know");
    }

    @Test
    void an_acquired_connection_has_no_actor_of_before() throws SQLException {
        DatabaseActor.SYSTEM.act(() -> {
            try (var connection = database.getConnection()) {
                return texts(connection, "select current_setting('sild.side')");
            }
        });
        for (int i = 0; i < 40; i++) {
            try (var connection = database.getConnection()) {
                assertThat(texts(connection, "select current_setting('sild.side') || current_setting('sild.partner')"))
                        .containsExactly("");
            }
        }
    }

    /**
     * Two partners, the vendor and the system on a pool with few connections; every third transaction is rolled back.
     */
    @Test
    void interleaved_callers_never_see_each_others_rows() throws Exception {
        Company a = Api.partner();
        Company b = Api.partner();
        String ofA = Api.accepted(a);
        String ofB = Api.accepted(b);
        database.getConfiguration().connectionPoolConfiguration().setMaxSize(2);
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
        int requests = Integer.getInteger("test.interleaved", 500);
        var wrong = new AtomicInteger();
        var answered = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var tasks = new ArrayList<Callable<Void>>();
            for (int i = 0; i < requests; i++) {
                boolean first = i % 2 == 0;
                boolean refused = i % 3 == 0;
                tasks.add(() -> {
                    var mine = Api.unvalidated(first ? a.admin() : b.admin());
                    String own = first ? ofA : ofB;
                    String others = first ? ofB : ofA;
                    if (refused) {
                        // Locks, changes and then fails, so that it is rolled back.
                        int status = mine.contentType("application/json")
                                .body(Map.of("outcome", "WON"))
                                .post("/api/v1/opportunities/{id}/close", own)
                                .statusCode();
                        wrong.addAndGet(status == 422 ? 0 : 1);
                    } else {
                        wrong.addAndGet(
                                mine.get("/api/v1/opportunities/{id}", own).statusCode() == 200 ? 0 : 1);
                    }
                    var listed = Api.unvalidated(first ? a.admin() : b.admin())
                            .get("/api/v1/opportunities")
                            .jsonPath()
                            .getList("items.id");
                    wrong.addAndGet(listed.contains(own) && !listed.contains(others) ? 0 : 1);
                    wrong.addAndGet(
                            Api.unvalidated(first ? a.admin() : b.admin())
                                                    .get("/api/v1/opportunities/{id}", others)
                                                    .statusCode()
                                            == 404
                                    ? 0
                                    : 1);
                    answered.addAndGet(3);
                    return null;
                });
            }
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            database.getConfiguration().connectionPoolConfiguration().setMaxSize(16);
        }
        System.out.println(
                "row security: " + answered + " interleaved requests on two connections, " + wrong + " wrong");
        assertThat(wrong).hasValue(0);
    }

    private static List<String> protectedTables() throws SQLException {
        try (var connection = SuperuserConnection.connection()) {
            return texts(
                    connection, "select relname from pg_class where relrowsecurity and not relispartition order by 1");
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
