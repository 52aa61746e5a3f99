package ee.sild.platform.http.export;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;
import ee.sild.platform.VendorDays;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

/** Exports of more rows than the buffers between the server and its client hold. */
@QuarkusTest
@Tag("slow")
class ExportTest {

    private static final int ROWS = 60_000;

    @TestHTTPResource
    URI server;

    @BeforeEach
    void manyPartners() throws SQLException {
        insert(1, ROWS);
    }

    @AfterEach
    void remove() throws SQLException {
        owner("delete from partner where country = 'AQ'");
    }

    private static void insert(int from, int to) throws SQLException {
        owner("""
                insert into partner (id, name, country, status, member_since, created_at, updated_at, version)
                select gen_random_uuid(), 'Many ' || lpad(n::text, 6, '0') || repeat(' x', 90), 'AQ', 'ACTIVE',
                       current_date, now(), now(), 0
                  from generate_series(%d, %d) n""".formatted(from, to));
    }

    private static void owner(String statement) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(statement);
        }
    }

    /** The transactions of exports; the server reads in others as well, but not repeatably. */
    private static List<Integer> exports() throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var sql = connection.createStatement();
                var row = sql.executeQuery("""
                        select pid from pg_stat_activity
                         where usename like '%application' and backend_xmin is not null
                           and xact_start < clock_timestamp() - interval '100 milliseconds'""")) {
            var found = new ArrayList<Integer>();
            while (row.next()) {
                found.add(row.getInt(1));
            }
            return found;
        }
    }

    private static void awaitExports(int expected) throws SQLException, InterruptedException {
        var end = Instant.now().plusSeconds(60);
        while (exports().size() != expected && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(exports()).hasSize(expected);
    }

    @Test
    void an_export_is_streamed_and_shows_one_moment() throws Exception {
        try (var client = new Client(admin())) {
            assertThat(client.chunk()).startsWith("\uFEFFName,Country,");
            awaitExports(1);
            owner("delete from partner where country = 'AQ' and name > 'Many 059'");
            insert(ROWS + 1, ROWS + 100);
            String rest = client.rest();
            assertThat(client.complete).isTrue();
            var names = rest.lines()
                    .filter(row -> row.startsWith("Many "))
                    .map(row -> row.substring(row.indexOf("Many ") + 5, row.indexOf(" x")))
                    .toList();
            assertThat(names).isSorted().endsWith("%06d".formatted(ROWS)).doesNotHaveDuplicates();
            assertThat(Integer.parseInt(names.getLast()) - Integer.parseInt(names.getFirst()) + 1)
                    .isEqualTo(names.size());
        }
        awaitExports(0);
    }

    @Test
    void an_export_ends_when_its_client_disconnects() throws Exception {
        var reader = admin();
        for (int round = 0; round < 3; round++) {
            try (var one = new Client(reader);
                    var other = new Client(reader)) {
                one.chunk();
                other.chunk();
                awaitExports(2);
            }
            awaitExports(0);
        }
    }

    @Test
    void a_failure_in_the_middle_breaks_the_connection() throws Exception {
        try (var client = new Client(admin())) {
            client.chunk();
            awaitExports(1);
            owner("select pg_terminate_backend(%d)".formatted(exports().getFirst()));
            assertThat(client.rest()).contains("Many").doesNotContain("{");
            assertThat(client.complete).isFalse();
        }
    }

    @Test
    void an_export_that_nobody_reads_is_broken_off() throws Exception {
        try (var client = new Client(admin())) {
            client.chunk();
            awaitExports(1);
            awaitExports(0);
            client.rest();
            assertThat(client.complete).isFalse();
        }
    }

    /** Nothing has been written yet, so the client gets a response that it understands. */
    @Test
    void a_failure_before_the_first_row_is_a_problem() throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("lock table partner in access exclusive mode");
            var reader = admin();
            Api.unvalidated(reader)
                    .get("/api/v1/partners/export")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Content-Disposition", (String) null)
                    .body("code", is("unavailable"));
            connection.rollback();
        }
        as(admin()).get("/api/v1/partners").then().statusCode(200);
    }

    /** In tests, a sheet has at most 50,000 rows. A search has to be counted, too. */
    @Test
    void a_list_that_is_too_long_for_a_sheet_is_refused() {
        for (String search : List.of("", "Many")) {
            as(admin())
                    .header("Accept-Language", "et")
                    .queryParam("format", "xlsx")
                    .queryParam("q", search)
                    .get("/api/v1/partners/export")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body(
                            "code",
                            is("invalid"),
                            "errors[0].pointer",
                            is("/format"),
                            "errors[0].code",
                            is("sheet-rows"),
                            "errors[0].detail",
                            startsWith("loendis on rohkem ridu"));
        }
    }

    @Test
    void a_sheet_has_all_rows_of_a_long_list() throws IOException {
        byte[] file = as(admin())
                .queryParam("format", "xlsx")
                .queryParam("q", "Many 512")
                .get("/api/v1/partners/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getFirstSheet().read().stream()
                            .skip(1)
                            .map(row -> row.getCellText(0).substring(5, 11))
                            .toList())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, ROWS)
                            .mapToObj("%06d"::formatted)
                            .filter(number -> number.contains("512"))
                            .toList());
        }
    }

    /** A client that reads only when it is told to, and detects the end of a chunked body. */
    private final class Client implements AutoCloseable {

        private final Socket socket = new Socket();
        private final DataInputStream in;
        private boolean complete;

        Client(Person person) throws IOException {
            socket.setReceiveBufferSize(16 * 1024);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("""
                    GET /api/v1/partners/export?q=Many HTTP/1.1\r
                    Host: %s\r
                    Sec-Fetch-Site: same-origin\r
                    Cookie: sild_access=%s\r
                    Accept: text/csv\r
                    \r
                    """.formatted(server.getAuthority(), person.access()).getBytes(StandardCharsets.US_ASCII));
            in = new DataInputStream(socket.getInputStream());
            assertThat(line()).isEqualTo("HTTP/1.1 200 OK");
            var headers = new ArrayList<String>();
            for (String header = line(); !header.isEmpty(); header = line()) {
                headers.add(header.toLowerCase(Locale.ROOT));
            }
            assertThat(headers)
                    .contains(
                            "transfer-encoding: chunked",
                            "content-type: text/csv;charset=utf-8",
                            "content-disposition: attachment; filename=\"partners-%1$s.csv\"; filename*=utf-8''partners%%20%1$s.csv"
                                    .formatted(VendorDays.of(Instant.now())));
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            int read = in.read();
            for (; read >= 0 && read != '\n'; read = in.read()) {
                line.append((char) read);
            }
            if (read < 0) {
                throw new EOFException();
            }
            return line.toString().strip();
        }

        /** The next chunk; the last one is empty. */
        String chunk() throws IOException {
            byte[] chunk = new byte[Integer.parseInt(line(), 16)];
            in.readFully(chunk);
            line();
            complete = chunk.length == 0;
            return new String(chunk, StandardCharsets.UTF_8);
        }

        /** All that comes until the body is complete or the connection is closed. */
        String rest() throws IOException {
            var rest = new StringBuilder();
            try {
                do {
                    rest.append(chunk());
                } while (!complete);
            } catch (EOFException | SocketException broken) {
                assertThat(complete).isFalse();
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
