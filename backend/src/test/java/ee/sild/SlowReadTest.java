package ee.sild;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.opportunity;
import static ee.sild.Api.partner;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Makes every user's read of listed opportunities and industries take a minute. */
@QuarkusTest
@Tag("slow")
class SlowReadTest {

    @TestHTTPResource
    URI server;

    @BeforeEach
    void slow() throws SQLException {
        opportunity();
        owner(
                """
                create function slowly() returns boolean language plpgsql as $$
                begin
                    if current_setting('sild.side', true) in ('VENDOR', 'PARTNER') then
                        perform pg_sleep(60);
                    end if;
                    return true;
                end $$""",
                "create policy slow on listed_opportunity as restrictive using (slowly())",
                "insert into industry (id, name) values (gen_random_uuid(), 'Slow ' || gen_random_uuid())",
                "alter table industry enable row level security",
                "create policy slow on industry using (slowly())");
    }

    @AfterEach
    void restoreSpeed() throws SQLException {
        owner(
                "drop policy slow on listed_opportunity",
                "drop policy slow on industry",
                "alter table industry disable row level security",
                "delete from industry where name like 'Slow %'",
                "drop function slowly()");
    }

    private static void owner(String... statements) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static List<String> sleeping() throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select pid || ' since ' || query_start || ': ' || query from pg_stat_activity
                         where wait_event = 'PgSleep' and datname = current_database()""")) {
            var statements = new ArrayList<String>();
            while (row.next()) {
                statements.add(row.getString(1));
            }
            return statements;
        }
    }

    /** Well before the statement timeout. */
    private static void sleeping(int expected) throws SQLException, InterruptedException {
        var end = Instant.now().plusSeconds(15);
        while (sleeping().size() != expected && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(sleeping()).hasSize(expected);
    }

    private static void assertUnavailable(Response answer) {
        answer.then().statusCode(503).header("Retry-After", "1").body("code", is("unavailable"));
    }

    @Test
    void a_read_ends_at_its_timeout() {
        var begin = Instant.now();
        assertUnavailable(as(sales()).get("/api/v1/industries"));
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(2_500), Duration.ofSeconds(25));
    }

    @Test
    void heavy_reads_do_not_block_other_requests() throws Exception {
        var callers = List.of(Api.staff("ANALYST"), Api.staff("ANALYST"), Api.staff("ANALYST"));
        var manager = partner().manager();
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < 16; i++) {
            clients.add(table(callers.get(i % 2)));
        }
        sleeping(4);
        assertUnavailable(as(callers.getLast()).get("/api/v1/dashboard"));
        as(manager).get("/api/v1/partners").then().statusCode(200);
        as(manager).get("/api/v1/notifications").then().statusCode(200);
        sleeping(4);
        leave(clients);
        sleeping(0);
    }

    @Test
    void no_caller_takes_all_permits_of_heavy_reads() throws Exception {
        var greedy = Api.staff("ANALYST");
        var other = Api.staff("ANALYST");
        var clients = new ArrayList<Socket>();
        for (int i = 0; i < 8; i++) {
            clients.add(table(greedy));
        }
        sleeping(2);
        clients.add(table(other));
        sleeping(3);
        leave(clients);
        sleeping(0);
    }

    @Test
    void a_heavy_read_that_waited_for_its_permit_is_answered() throws Exception {
        restoreSpeed();
        try (var threads = Executors.newCachedThreadPool()) {
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(
                        () -> as(sales()).get("/api/v1/dashboard").statusCode()));
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).isSubsetOf(200, 503);
            assertThat(statuses.stream().filter(status -> status == 200)).hasSizeGreaterThan(2);
        }
        slow();
    }

    @Test
    void only_the_statement_of_a_disconnected_client_ends() throws Exception {
        for (int round = 0; round < 5; round++) {
            var clients = List.of(table(sales()), table(sales()));
            sleeping(2);
            leave(clients);
            sleeping(0);
            for (int i = 0; i < 20; i++) {
                as(sales()).get("/api/v1/partners").then().statusCode(200);
            }
        }
    }

    @Test
    void a_write_continues_when_its_client_disconnects() throws Exception {
        var client = send(admin(), "POST /api/v1/industries", "application/json", "{\"name\": \"Uus\"}");
        sleeping(1);
        client.close();
        Thread.sleep(1_500);
        assertThat(sleeping()).hasSize(1);
        sleeping(0);
    }

    private static void leave(List<Socket> clients) throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    /** A client that requests an export, which has the longest timeout. */
    private Socket table(Person person) throws IOException {
        return send(person, "GET /api/v1/opportunities/export?sort=-value", "*/*", "");
    }

    private Socket send(Person person, String request, String accept, String body) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream()
                .write("""
                %s HTTP/1.1\r
                Host: %s\r
                Sec-Fetch-Site: same-origin\r
                Cookie: sild_access=%s\r
                Accept: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(request, server.getAuthority(), person.access(), accept, body.length(), body)
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
