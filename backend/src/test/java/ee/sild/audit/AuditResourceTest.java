package ee.sild.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.SuperuserConnection;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static ee.sild.Api.patch;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AuditResourceTest {

    private static final Map<String, String> COLUMNS =
            Map.of("actorId", "actor_id", "kind", "kind", "thing", "thing", "thingId", "thing_id");

    @Inject
    AgroalDataSource database;

    @Inject
    AuditSeals seals;

    @Test
    void a_change_is_recorded_with_user_time_and_values() {
        String id = as(admin())
                .body("{\"name\": \"Enne\", \"country\": \"EE\"}")
                .post("/api/v1/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patch(admin(), 0)
                .body("{\"name\": \"Pärast\"}")
                .patch("/api/v1/partners/{id}", id)
                .then()
                .statusCode(200);
        as(admin())
                .queryParam("thing", "partner")
                .queryParam("thingId", id)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body(
                        "items",
                        hasSize(2),
                        "items[0].change.operation",
                        is("UPDATE"),
                        "items[0].change.before.name",
                        is("Enne"),
                        "items[0].change.after.name",
                        is("Pärast"),
                        "items[0].change.before.country",
                        nullValue(),
                        "items[0].actor.id",
                        is(admin().id()),
                        "items[0].traceId",
                        notNullValue(),
                        "items[1].change.operation",
                        is("INSERT"),
                        "items[1].change.before",
                        nullValue(),
                        "items[1].change.after.country",
                        is("EE"));
    }

    @Test
    void a_sign_in_is_recorded_for_the_user() {
        var person = Api.staff("ANALYST");
        as(admin())
                .queryParam("thing", "session")
                .queryParam("actorId", person.id())
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items[0].change.operation", is("INSERT"), "items[0].change.after.user_id", is(person.id()));
    }

    @Test
    void a_rejected_request_is_recorded_with_its_trace_id() {
        var company = Api.partner();
        String trace = as(company.seller())
                .get("/api/v1/opportunities/{id}", Api.opportunity())
                .then()
                .statusCode(404)
                .extract()
                .path("traceId");
        String forbidden = as(company.seller())
                .get("/api/v1/users")
                .then()
                .statusCode(403)
                .extract()
                .path("traceId");
        String wrong = anonymous()
                .body("{\"email\": \"%s\", \"password\": \"wrong\"}"
                        .formatted(company.seller().email()))
                .post("/api/v1/sessions")
                .then()
                .statusCode(401)
                .extract()
                .path("traceId");
        as(admin())
                .queryParam("kind", "DENIAL")
                .queryParam("limit", 50)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body(
                        "items.find { it.traceId == '" + trace + "' }.denial.status",
                        is(404),
                        "items.find { it.traceId == '" + forbidden + "' }.denial.code",
                        is("forbidden"),
                        "items.find { it.traceId == '" + forbidden + "' }.denial.request",
                        is("GET /api/v1/users"),
                        "items.find { it.traceId == '" + forbidden + "' }.actor.id",
                        is(company.seller().id()),
                        "items.find { it.traceId == '" + wrong + "' }.denial.code",
                        is("sign-in.wrong"));
        as(admin())
                .queryParam("actorId", company.seller().id())
                .queryParam("limit", 1)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].company.id", is(company.id()), "nextCursor", notNullValue());
        as(admin()).queryParam("cursor", "x").get("/api/v1/audit-events").then().statusCode(400);
    }

    @Test
    void secrets_are_not_recorded() throws SQLException {
        Api.partner();
        as(admin())
                .body("{\"name\": \"ERP\", \"role\": \"SALES\", \"scopes\": [\"me:read\"]}")
                .post("/api/v1/api-clients")
                .then()
                .statusCode(201);
        try (var owner = SuperuserConnection.connection()) {
            var secrets = texts(
                    owner,
                    "select password_hash from app_user where password_hash is not null union select "
                            + "secret_hash from api_client " + "union select token_hash from invitation union select "
                            + "encode(private_key, 'hex') from signing_key");
            assertThat(secrets).isNotEmpty();
            var texts = texts(
                    owner,
                    "select concat(before, after) from audit_event where thing in ('app_user', "
                            + "'api_client', 'invitation', 'signing_key')");
            assertThat(texts)
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(secrets).noneMatch(text::contains));
            assertThat(texts).anyMatch(text -> text.contains("(secret)"));
        }
    }

    @Test
    void the_log_cannot_be_written_directly() throws SQLException {
        admin();
        DatabaseActor.SYSTEM.act(() -> {
            try (var connection = database.getConnection()) {
                for (String sql : List.of(
                        "insert into audit_event (kind, side, trace_id, request) values ('DENIAL', '', '', 'x')",
                        "delete from audit_event",
                        "update audit_event set actor_id = null",
                        "delete from audit_seal",
                        "truncate audit_event cascade",
                        "delete from audit_event_default",
                        "insert into audit_anchor values (1, '', now())",
                        "update audit_retention set months = 1",
                        "update audit_verification set position = 1")) {
                    assertThatThrownBy(() -> run(connection, sql))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("permission denied");
                }
                return null;
            }
        });
        try (var owner = SuperuserConnection.connection()) {
            for (String sql : List.of(
                    "delete from audit_event",
                    "update audit_event set actor_id = null",
                    "delete from audit_seal",
                    "truncate audit_event cascade",
                    "truncate audit_event_default")) {
                assertThatThrownBy(() -> run(owner, sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("cannot be changed");
            }
        }
    }

    @Test
    void later_changes_of_the_log_are_detected() throws SQLException {
        admin();
        seals.run();
        as(admin())
                .get("/api/v1/audit-events/seal")
                .then()
                .statusCode(200)
                .body("whole", is(true), "brokenAt", nullValue(), "verifiedSince", notNullValue());
        try (var owner = SuperuserConnection.connection()) {
            run(owner, "set session_replication_role = replica");
            run(
                    owner,
                    "update audit_event set trace_id = trace_id || 'x' where id = (select event_id "
                            + "from audit_seal where position = 7)");
            as(admin())
                    .get("/api/v1/audit-events/seal")
                    .then()
                    .statusCode(200)
                    .body("whole", is(false), "brokenAt", is(7));
            run(
                    owner,
                    "update audit_event set trace_id = left(trace_id, -1) where id = (select "
                            + "event_id from audit_seal where position = 7)");
            as(admin()).get("/api/v1/audit-events/seal").then().statusCode(200).body("whole", is(true));
            owner.setAutoCommit(false);
            run(owner, "delete from audit_seal where position = 5");
            assertThat(texts(owner, "select broken from broken_seal(0, 1000000)"))
                    .containsExactly("6");
            owner.rollback();
        }
    }

    /** Each filter and all together, page by page, return the same events as the table. */
    @Test
    void filters_and_pages_return_each_matching_event_once() throws SQLException {
        var company = Api.partner();
        String actor = company.seller().id();
        for (int i = 0; i < 5; i++) {
            as(company.seller()).get("/api/v1/users").then().statusCode(403);
        }
        String thingId = texts("select id from session where user_id = '" + actor + "' limit 1")
                .getFirst();
        for (Map<String, String> filter : List.of(
                Map.of("actorId", actor),
                Map.of("actorId", actor, "kind", "DENIAL"),
                Map.of("actorId", actor, "kind", "CHANGE"),
                Map.of("actorId", actor, "thing", "session"),
                Map.of("thingId", thingId),
                Map.of("thing", "session", "thingId", thingId, "kind", "CHANGE", "actorId", actor))) {
            String conditions = filter.entrySet().stream()
                    .map(one -> COLUMNS.get(one.getKey()) + " = '" + one.getValue() + "'")
                    .collect(joining(" and "));
            assertThat(all(filter))
                    .as(filter.toString())
                    .isNotEmpty()
                    .isEqualTo(texts("select id from audit_event where " + conditions + " order by at desc, id desc"));
        }
        assertThat(all(Map.of("kind", "DENIAL", "thing", "session"))).isEmpty();
    }

    private static List<String> all(Map<String, String> filter) {
        var ids = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = as(admin())
                    .queryParams(filter)
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/audit-events")
                    .then()
                    .statusCode(200)
                    .extract();
            page.<List<Integer>>path("items.id").forEach(id -> ids.add(id.toString()));
            cursor = page.path("nextCursor");
        }
        return ids;
    }

    /**
     * Not audited: short-lived data, what is computed from other tables or records them, and the bytes of a file, whose
     * checksum is audited. All other tables are audited.
     */
    @Test
    void every_table_is_audited() throws SQLException {
        try (var owner = SuperuserConnection.connection()) {
            assertThat(texts(owner, """
                    select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                      and not relispartition and relpersistence = 'p'
                       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audited'
                         and t.tgenabled = 'O')"""))
                    .containsExactlyInAnyOrder(
                            "flyway_schema_history",
                            "idempotency_key",
                            "password_reset_request",
                            "refresh_token",
                            "audit_event",
                            "audit_seal",
                            "audit_unsealed",
                            "audit_retention",
                            "audit_verification",
                            "partner_statistics",
                            "listed_opportunity",
                            "searched_opportunity",
                            "changed_rate",
                            "relisting",
                            "vocabulary_merge",
                            "opportunity_to_list",
                            "opportunity_total",
                            "opportunity_total_change",
                            "partner_total",
                            "scheduled_tasks",
                            "live_change",
                            "attachment_content");
        }
    }

    @Test
    void an_unknown_table_returns_an_empty_list() {
        as(admin())
                .queryParam("thing", UUID.randomUUID())
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(0), "nextCursor", nullValue());
    }

    private static List<String> texts(String sql) throws SQLException {
        try (var owner = SuperuserConnection.connection()) {
            return texts(owner, sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
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
