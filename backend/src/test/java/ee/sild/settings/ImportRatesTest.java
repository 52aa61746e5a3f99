package ee.sild.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.TestDatabase;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

/** Administrators import the reference rates of the European Central Bank. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportRatesTest {

    /** Currencies and days that no other test uses. */
    private static final String FILE = """
            Date, MUR, FJD, JOD,
            1998-02-03, 45.5, 2.4, N/A,
            1998-02-02, 45.25, 2.3, 0.75,
            """;

    private static ValidatableResponse load(String file, String others) {
        return as(admin())
                .body("{\"content\": \"%s\"%s}"
                        .formatted(Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8)), others))
                .post("/api/v1/exchange-rates/import")
                .then();
    }

    private static String rates(String currency) {
        var found = new StringBuilder();
        Api.answered(as(admin()).get("/api/v1/exchange-rates"), 200)
                .path("items")
                .forEach(rate -> {
                    if (rate.path("currency").asText().equals(currency)) {
                        found.append(rate.path("validFrom").asText())
                                .append('=')
                                .append(rate.path("rate").decimalValue());
                        found.append(' ');
                    }
                });
        return found.toString().strip();
    }

    @Test
    void new_rates_are_added_others_corrected_and_the_rest_stays() {
        load(FILE, ", \"dryRun\": true")
                .statusCode(200)
                .body(
                        "currencies", contains("FJD", "JOD", "MUR"),
                        "firstDay", is("1998-02-02"),
                        "lastDay", is("1998-02-03"),
                        "added", is(5));
        as(admin()).get("/api/v1/exchange-rates").then().body("items.currency", not(hasItem("MUR")));
        load(FILE, ", \"currencies\": [\"MUR\"], \"from\": \"1998-02-03\"")
                .statusCode(200)
                .body("added", is(1), "changed", is(0), "unchanged", is(0));
        assertThat(rates("MUR")).isEqualTo("1998-02-03=45.5");
        load(FILE.replace("45.5", "45.75"), "")
                .statusCode(200)
                .body("added", is(4), "changed", is(1), "unchanged", is(0));
        assertThat(rates("MUR")).isEqualTo("1998-02-03=45.75 1998-02-02=45.25");
        load(FILE.replace("45.5", "45.75"), "").body("added", is(0), "changed", is(0), "unchanged", is(5));
    }

    @Test
    void what_is_no_such_file_is_refused() {
        load("Hello", "").statusCode(422).body("errors.pointer", contains("/content"));
        load(FILE, ", \"currencies\": [\"XXY\"]").statusCode(422).body("errors.pointer", contains("/currencies"));
        as(admin())
                .body("{\"content\": \"%%%\"}")
                .post("/api/v1/exchange-rates/import")
                .then()
                .statusCode(400);
    }

    @Test
    void only_administrators_import() {
        as(Api.staff("CHANNEL_MANAGER"))
                .body("{\"content\": \"\"}")
                .post("/api/v1/exchange-rates/import")
                .then()
                .statusCode(403);
    }
}
