package ee.sild.platform.http.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.ContractTest;
import ee.sild.platform.VendorDays;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Every list that can be exported, with and without rows, and rejected exports. */
@QuarkusTest
class ExportResourceTest {

    private static final String PROBLEM = "application/problem+json";

    private record Listed(String path, JsonNode operation) {

        boolean has(String parameter) {
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(one -> one.path("name").asText().equals(parameter));
        }
    }

    private static List<Listed> exports() {
        var exports = new ArrayList<Listed>();
        ContractTest.operations((name, operation) -> {
            if (operation.at("/responses/200/content").has("text/csv")) {
                exports.add(new Listed(name.replace("get ", ""), operation));
            }
        });
        assertThat(exports)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(export -> export.path().endsWith("/export"));
        return exports;
    }

    private static RequestSpecification in(String language, Person person) {
        return as(person).header("Accept-Language", language);
    }

    private static List<String> lines(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        String text = new String(answer.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return text.substring(1).lines().toList();
    }

    private static List<Row> sheet(Response answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo(Export.XLSX);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }

    /** A partner with an opportunity, an offer, a customer and a registration. */
    private static Company full() {
        Company full = Api.partner();
        Api.accepted(full);
        String line = as(admin())
                .body("{\"name\": \"%s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/product-lines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(full.admin())
                .body("""
                {"opportunity": {"topic": "Võrk", "customer": {"name": "Saarte Kala AS", "country": "EE"}, \
                "value": {"estimated": {"amount": 53000, "currency": "EUR"}}},
                 "productLineIds": ["%s"]}""".formatted(line))
                .post("/api/v1/deal-registrations")
                .then()
                .statusCode(201);
        return full;
    }

    @TestFactory
    Stream<DynamicTest> an_empty_list_has_the_columns_of_a_full_one() {
        Company full = full();
        Company empty = Api.partner();
        return exports().stream()
                .flatMap(export -> Stream.of("en", "et")
                        .map(language -> DynamicTest.dynamicTest(export.path() + " " + language, () -> {
                            var rows = lines(in(language, full.admin()).get(export.path()));
                            var none = export.has("q")
                                    ? in(language, empty.admin()).queryParam("q", UUID.randomUUID())
                                    : in(language, empty.admin());
                            assertThat(lines(none.get(export.path()))).containsExactly(rows.getFirst());
                            assertThat(rows)
                                    .hasSizeGreaterThan(1)
                                    .noneMatch(row -> row.contains("E+"))
                                    .noneMatch(row -> row.matches(".*[0-9a-f]{8}-[0-9a-f]{4}-7.*"))
                                    .noneMatch(row -> row.matches(".*\\b[A-Z]+_[A-Z_]+\\b.*"));
                            assertThat(rows.getFirst().split("[,;]"))
                                    .doesNotHaveDuplicates()
                                    .noneMatch(heading -> heading.matches("(?i).*(version|actions|\\bid\\b).*"));
                        })));
    }

    @TestFactory
    Stream<DynamicTest> both_formats_have_the_same_cells() {
        Company full = full();
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(export.path(), () -> {
                    var csv = lines(
                            as(full.admin()).queryParam("separator", "tab").get(export.path()));
                    var xlsx =
                            sheet(as(full.admin()).queryParam("format", "xlsx").get(export.path()));
                    assertThat(xlsx).hasSameSizeAs(csv);
                    assertThat(texts(xlsx.getFirst()))
                            .containsExactly(csv.getFirst().split("\t"));
                }));
    }

    @Test
    void an_opportunity_is_shown_in_the_language_of_its_reader() throws IOException {
        Company partner = full();
        var english = lines(as(partner.admin()).queryParam("sort", "createdAt").get("/api/v1/opportunities/export"));
        assertThat(english.getFirst())
                .startsWith("Number,Topic,Customer,Status,Phase,Alert,Estimated value,Actual value,Currency,")
                .endsWith(",Source,Created (%1$s),Changed (%1$s)".formatted(VendorDays.zone()));
        assertThat(english.get(1))
                .matches("OPP-\\d{4}-\\d{6},Võrgu uuendus,Saarte Kala AS,Accepted,Prospect,,12500\\.50,,EUR,.*"
                        + ",From the vendor,\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{4}-.*");
        assertThat(english.get(2)).contains(",Võrk,Saarte Kala AS,Pending approval,", ",53000.00,,EUR,");
        var estonian =
                lines(in("et", partner.admin()).queryParam("sort", "createdAt").get("/api/v1/opportunities/export"));
        assertThat(estonian.getFirst())
                .startsWith("Number;Teema;Klient;Olek;Faas;Hoiatus;Hinnanguline väärtus;Tegelik väärtus;Valuuta;");
        assertThat(estonian.get(1))
                .contains(";Võrgu uuendus;Saarte Kala AS;Vastu võetud;Võimalik klient;;12500.50;;EUR;", ";Müüjalt;");
        var sheet = sheet(in("et", partner.admin())
                .queryParam("format", "xlsx")
                .queryParam("sort", "createdAt")
                .get("/api/v1/opportunities/export"));
        assertThat(sheet.get(1).getCell(6).getType()).isEqualTo(CellType.NUMBER);
        assertThat(sheet.get(1).getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("12500.50");
        int last = sheet.getFirst().getCellCount() - 1;
        assertThat(sheet.get(1).getCellAsDate(last))
                .hasValueSatisfying(time -> assertThat(time.toLocalDate())
                        .isBetween(LocalDate.now(VendorDays.zone()).minusDays(1), LocalDate.now(VendorDays.zone())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en |           | Name,Registry code,Country
            et |           | Nimi;Registrikood;Riik
            et | comma     | Nimi,Registrikood,Riik
            en | semicolon | Name;Registry code;Country""")
    void the_separator_can_be_chosen(String language, String separator, String headings) {
        var request = in(language, sales()).queryParam("q", UUID.randomUUID());
        if (separator != null) {
            request.queryParam("separator", separator);
        }
        assertThat(lines(request.get("/api/v1/customers/export")).getFirst()).startsWith(headings);
    }

    @Test
    void a_file_is_named_in_the_language_of_its_reader() {
        String day = VendorDays.of(java.time.Instant.now()).toString();
        assertThat(in("et", sales())
                        .queryParam("q", UUID.randomUUID())
                        .get("/api/v1/customers/export")
                        .header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"customers-%1$s.csv\"; filename*=UTF-8''Kliendid%%20%1$s.csv"
                        .formatted(day));
    }

    @Test
    void filters_and_sort_are_those_of_the_list() {
        Company partner = full();
        var all = lines(as(partner.admin()).queryParam("sort", "-topic").get("/api/v1/opportunities/export"));
        assertThat(all).hasSize(3);
        assertThat(all.get(1)).contains(",Võrk,");
        assertThat(lines(as(partner.admin())
                        .queryParam("sort", "-topic")
                        .queryParam("status", "ACCEPTED")
                        .queryParam("q", "uuendus")
                        .get("/api/v1/opportunities/export")))
                .hasSize(2)
                .anyMatch(row -> row.contains(",Võrgu uuendus,"));
    }

    /** All files that a reader gets, without times of the day: what a reader may not see can count as a change. */
    private static List<String> files(Company reader) {
        return exports().stream()
                .map(export -> as(reader.admin()).get(export.path()).asString().replaceAll("\\d\\d:\\d\\d:\\d\\d", "T"))
                .toList();
    }

    /** A partner gets the same files before and after its offer's masked contact and another partner change. */
    @TestFactory
    Stream<DynamicTest> masked_contacts_and_other_partners_do_not_change_a_file() {
        String secret = UUID.randomUUID().toString();
        Company reader = Api.partner();
        Company other = Api.partner("Muu " + secret);
        String opportunity = Api.opportunity();
        Api.distribute(opportunity, reader);
        String contact = as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200)
                .extract()
                .path("customer.contacts[0].id");
        String customer = as(sales())
                .get("/api/v1/opportunities/{id}", opportunity)
                .then()
                .extract()
                .path("customer.id");
        assertThat(contact).isNotNull();
        var before = files(reader);
        as(sales())
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body("{\"name\": \"%s\", \"email\": \"%s@x.test\", \"phone\": \"+372 5555\"}"
                        .formatted(secret, secret))
                .patch("/api/v1/customers/{id}/contacts/{contact}", customer, contact)
                .then()
                .statusCode(200);
        Api.accepted(other);
        var after = files(reader);
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(export.path(), () -> {
                    int at = exports().indexOf(export);
                    assertThat(after.get(at)).isEqualTo(before.get(at)).doesNotContain(secret);
                    assertThat(as(reader.admin())
                                    .queryParam("format", "xlsx")
                                    .get(export.path())
                                    .statusCode())
                            .isEqualTo(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_is_a_problem() {
        return exports().stream()
                .flatMap(export -> Stream.of("*/*", "text/csv")
                        .map(accept -> DynamicTest.dynamicTest(export.path() + " " + accept, () -> {
                            refused(export, accept, "sort", "nonsense", 400, "sort");
                            refused(export, accept, "sort", "x".repeat(51), 422, "invalid");
                            refused(export, accept, "format", "pdf", 400, "malformed");
                            refused(export, accept, "separator", "pipe", 400, "malformed");
                            refused(export, accept, "limit", "10", 400, "malformed");
                            anonymous()
                                    .header("Accept", accept)
                                    .get(export.path())
                                    .then()
                                    .statusCode(401)
                                    .contentType(PROBLEM)
                                    .body("code", is("unauthenticated"));
                        })));
    }

    private static void refused(Listed export, String accept, String parameter, String value, int status, String code) {
        Api.unvalidated(admin())
                .header("Accept", accept)
                .queryParam(parameter, value)
                .get(export.path())
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("code", is(code));
        if (!parameter.equals("limit")) {
            as(admin()).header("Accept", accept).queryParam(parameter, value).get(export.path());
        }
    }

    @TestFactory
    Stream<DynamicTest> an_export_is_not_json() {
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(
                        export.path(),
                        () -> as(admin())
                                .header("Accept", "application/json")
                                .get(export.path())
                                .then()
                                .statusCode(406)
                                .contentType(PROBLEM)
                                .body("code", is("not-acceptable"))));
    }

    /** The format decides; clients that accept one of the types, or anything, get the file. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            '' | 200
            * | 200
            */* | 200
            text/* | 200
            TEXT/CSV | 200
            application/* | 200
            application/json, text/*;q=0.1 | 200
            application/vnd.openxmlformats-officedocument.spreadsheetml.sheet | 200
            text/csv;q=0 | 406
            text/html | 406
            image/* | 406
            a/b/c | 406""")
    void a_client_that_accepts_an_export_gets_it(String accept, int status) {
        for (Listed export : exports()) {
            for (String format : List.of("csv", "xlsx")) {
                var answer = Api.unvalidated(admin())
                        .header("Accept", accept)
                        .queryParam("format", format)
                        .get(export.path());
                assertThat(answer.statusCode())
                        .as("%s as %s", export.path(), accept)
                        .isEqualTo(status);
                assertThat(answer.contentType())
                        .startsWith(status == 406 ? PROBLEM : format.equals("csv") ? Export.CSV : Export.XLSX);
            }
        }
    }

    @Test
    void what_has_no_export_returns_a_problem() {
        for (String path : List.of("/me", "/opportunities/" + UUID.randomUUID(), "/tiers")) {
            as(admin())
                    .header("Accept", "text/csv")
                    .get("/api/v1" + path)
                    .then()
                    .statusCode(406)
                    .contentType(PROBLEM)
                    .body("code", is("not-acceptable"));
        }
        given().header("Accept", "text/csv")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", is("not-found"));
    }

    /** Clients of version 0.2 ask for the list itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv | true
            TEXT/CSV | true
            text/csv;charset=utf-8 | true
            text/csv, */* | true
            text/csv, application/json | true
            application/json, text/csv | false
            text/csv, application/* | true
            text/csv;q=0.9, application/json;q=0.90 | true
            text/csv;q=0.8, application/json;q=0.9 | false
            text/* | true
            application/json;q=0.5, text/csv | true
            text/csv;q=0.1, application/json | false
            */* | false
            application/json | false""")
    void a_list_that_is_requested_as_csv_is_exported(String accept, boolean table) {
        Company partner = Api.partner();
        for (int i = 0; i < 3; i++) {
            Api.accepted(partner);
        }
        Response answer = Api.unvalidated(partner.admin())
                .header("Accept", accept)
                .queryParam("limit", 1)
                .queryParam("count", true)
                .queryParam("q", "võrgu uuendus")
                .queryParam("status", "ACCEPTED", "WON")
                .get("/api/v1/opportunities");
        if (table) {
            assertThat(lines(answer)).hasSize(4);
        } else {
            assertThat(Api.answered(answer, 200).path("items")).hasSize(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_list_is_exported_if_it_is_requested_as_csv() {
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(export.path(), () -> {
                    String list = export.path().replace("/export", "");
                    lines(Api.unvalidated(admin()).header("Accept", "text/csv").get(list));
                    given().header("Accept", "text/csv")
                            .get(list)
                            .then()
                            .statusCode(401)
                            .contentType(PROBLEM);
                }));
    }
}
