package ee.sild.platform.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;

/** How long browsers and proxies may keep what the web app is made of. Two files of it are the tests' own. */
@QuarkusTest
class WebAppTest {

    private static final String HASHED = "/assets/tried-0123abcd.js";
    private static final String NOT_HASHED = "/tried.txt";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private static void cached(Response answer, int status, String how) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(how);
    }

    @Test
    void a_hashed_file_is_kept_for_good_and_any_other_asked_for_again() {
        cached(given().get(HASHED), 200, FOREVER);
        cached(given().head(HASHED), 200, FOREVER);
        cached(given().get(NOT_HASHED), 200, "no-cache");
        cached(given().head(NOT_HASHED), 200, "no-cache");
        for (String path : new String[] {HASHED, NOT_HASHED}) {
            String since = given().get(path).header("Last-Modified");
            cached(
                    given().header("If-Modified-Since", since).get(path),
                    304,
                    path.equals(HASHED) ? FOREVER : "no-cache");
            cached(given().header("Range", "bytes=0-3").get(path), 206, path.equals(HASHED) ? FOREVER : "no-cache");
            cached(given().header("Range", "bytes=100000-").get(path), 416, "no-store");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/nothing-123.js", "/assets/nothing", "/assets/", "/nothing.svg"})
    void what_is_missing_is_not_kept(String path) {
        cached(given().get(path), 404, "no-store");
        cached(given().head(path), 404, "no-store");
        cached(
                given().header("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")
                        .get(path),
                404,
                "no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {HASHED, NOT_HASHED, "/assets/nothing-123.js", "/", "/opportunities"})
    void nothing_is_done_to_a_file_or_a_page(String path) {
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            cached(
                    given().body("x")
                            .request(method, path)
                            .then()
                            .header("Allow", is("GET, HEAD"))
                            .body(emptyOrNullString())
                            .extract()
                            .response(),
                    405,
                    "no-store");
        }
    }

    /** Where the web app has not been built there are none. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/opportunities", "/opportunities/1234"})
    void a_page_is_never_kept_without_asking(String path) {
        Response page = given().get(path);
        cached(page, page.statusCode(), page.statusCode() == 200 ? "no-cache" : "no-store");
        cached(given().head(path), page.statusCode(), page.header("Cache-Control"));
    }

    @Test
    void the_api_keeps_to_its_own_rules() {
        cached(given().get("/api/v1/me"), 401, "no-store");
    }
}
