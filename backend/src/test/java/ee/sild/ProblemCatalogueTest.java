package ee.sild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.platform.Language;
import ee.sild.platform.problem.Messages;
import ee.sild.platform.problem.ProblemCatalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/**
 * The problem codes are the same in the source, the catalogue, the contract, the texts of all languages and on the
 * problem pages.
 */
@QuarkusTest
class ProblemCatalogueTest {

    private static final Pattern IN_SOURCE = Pattern.compile(
            "(?:(?:RuleViolation|NotAllowed|Malformed|SignInFailed|TooMany|VersionMismatch)\\(|super\\(|Problems\\.(?:answer|later|problem)\\((?:\\d+, "
                    + ")?|refuse\\([^\";]*)\"([a-z0-9.-]+)\"");
    private static final Pattern OF_THE_FRAMEWORK = Pattern.compile("FRAMEWORK = Set\\.of\\(([^)]*)\\)");

    @Test
    void source_and_catalogue_have_the_same_codes() throws IOException {
        var inSource = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file).replaceAll("\\s+", " ").replace("( ", "(");
                IN_SOURCE.matcher(source).results().forEach(found -> inSource.add(found.group(1)));
                OF_THE_FRAMEWORK
                        .matcher(source)
                        .results()
                        .forEach(found -> Pattern.compile("\"([a-z-]+)\"")
                                .matcher(found.group(1))
                                .results()
                                .forEach(code -> inSource.add(code.group(1))));
            }
        }
        assertThat(inSource)
                .containsExactlyElementsOf(ProblemCatalogue.statuses().keySet());
    }

    @Test
    void the_contract_lists_all_codes() {
        var listed = new ArrayList<String>();
        ContractTest.CONTRACT
                .at("/components/schemas/Problem/properties/code/x-extensible-enum")
                .forEach(code -> listed.add(code.asText()));
        assertThat(listed).containsExactlyElementsOf(ProblemCatalogue.statuses().keySet());
    }

    @Test
    void operations_list_only_known_codes() {
        ContractTest.operations((name, operation) -> operation
                .path("x-problems")
                .forEach(
                        code -> assertThat(ProblemCatalogue.statuses()).as(name).containsKey(code.asText())));
    }

    @TestFactory
    List<DynamicTest> each_has_texts_and_a_page_in_every_language() {
        var tests = new ArrayList<DynamicTest>();
        for (Language language : Language.supported()) {
            var texts = Messages.bundle(language.locale());
            ProblemCatalogue.statuses()
                    .forEach((code, status) -> tests.add(DynamicTest.dynamicTest(
                            language.code() + " " + code,
                            () -> given().header("Accept-Language", language.code())
                                    .get("/problems/" + code)
                                    .then()
                                    .statusCode(200)
                                    .contentType("text/html")
                                    .header("Content-Security-Policy", containsString("default-src 'self'"))
                                    .body(
                                            containsString(code),
                                            containsString("" + status),
                                            containsString(texts.getString("problem." + code)
                                                    .replace("''", "&#39;"))))));
        }
        return tests;
    }

    @Test
    void an_unknown_page_returns_a_problem() {
        given().get("/problems/nonsense").then().statusCode(404).contentType("application/problem+json");
        given().get("/problems").then().statusCode(200).body(containsString("opportunity.transition"));
    }
}
