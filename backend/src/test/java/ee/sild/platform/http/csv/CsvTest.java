package ee.sild.platform.http.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.ContractTest;

import static ee.sild.Api.admin;
import static ee.sild.Api.anonymous;
import static ee.sild.Api.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** Every list that can be exported, with and without rows, and rejected exports. */
@QuarkusTest
class CsvTest {

    private static final String PROBLEM = "application/problem+json";

    private record Export(String path, JsonNode operation) {

        boolean searches() {
            return operation
                    .path("parameters")
                    .valueStream()
                    .anyMatch(one -> one.path("name").asText().equals("q"));
        }
    }

    private static List<Export> exports() {
        var exports = new ArrayList<Export>();
        ContractTest.operations((name, operation) -> {
            if (operation.at("/responses/200/content").has("text/csv")) {
                exports.add(new Export(name.replace("get ", ""), operation));
            }
        });
        assertThat(exports).hasSizeGreaterThanOrEqualTo(5);
        return exports;
    }

    private static RequestSpecification csv(Person person) {
        return as(person).header("Accept", "text/csv");
    }

    private static List<String> lines(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=UTF-8");
        return answer.asString().lines().toList();
    }

    @TestFactory
    Stream<DynamicTest> an_empty_list_has_the_columns_of_a_full_one() {
        Company full = Api.partner();
        Company empty = Api.partner();
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
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(export.path(), () -> {
                    var rows = lines(csv(full.admin()).get(export.path()));
                    var none = export.searches()
                            ? csv(empty.admin()).queryParam("q", UUID.randomUUID())
                            : csv(empty.admin());
                    assertThat(lines(none.get(export.path()))).containsExactly(rows.getFirst());
                    assertThat(rows).hasSizeGreaterThan(1).noneMatch(row -> row.contains("E+"));
                    if (export.path().endsWith("/opportunities")) {
                        assertThat(rows).anyMatch(row -> row.contains(",53000.00,EUR,"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_is_a_problem() {
        return exports().stream()
                .map(export -> DynamicTest.dynamicTest(export.path(), () -> {
                    csv(admin())
                            .queryParam("sort", "nonsense")
                            .get(export.path())
                            .then()
                            .statusCode(400)
                            .contentType(PROBLEM)
                            .body("code", is("sort"));
                    csv(admin())
                            .queryParam("cursor", "nonsense")
                            .get(export.path())
                            .then()
                            .statusCode(400)
                            .contentType(PROBLEM)
                            .body("code", is("cursor"));
                    csv(admin())
                            .queryParam("limit", 0)
                            .get(export.path())
                            .then()
                            .statusCode(422)
                            .contentType(PROBLEM)
                            .body("code", is("invalid"), "errors[0].pointer", is("/limit"));
                    anonymous()
                            .header("Accept", "text/csv")
                            .get(export.path())
                            .then()
                            .statusCode(401)
                            .contentType(PROBLEM)
                            .body("code", is("unauthenticated"));
                }));
    }

    @Test
    void an_export_of_a_list_without_csv_returns_a_problem() {
        for (String path : List.of("/me", "/opportunities/" + UUID.randomUUID(), "/tiers")) {
            csv(admin())
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

    /** The whole list is exported, whatever other media types are accepted. */
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
    void an_export_contains_all_rows(String accept, boolean table) {
        Company partner = Api.partner();
        for (int i = 0; i < 3; i++) {
            Api.accepted(partner);
        }
        Response answer = as(partner.admin())
                .header("Accept", accept)
                .queryParam("limit", 1)
                .get("/api/v1/opportunities");
        if (table) {
            assertThat(lines(answer)).hasSize(4);
        } else {
            assertThat(Api.answered(answer, 200).path("items")).hasSize(1);
        }
    }
}
