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

/** Cache headers of the web app's files. Two of the files belong to the tests. */
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
    void a_hashed_file_is_cached_permanently_and_others_are_revalidated() {
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
    void a_missing_file_is_not_cached(String path) {
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
    void files_and_pages_accept_only_reads(String path) {
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

    /** Without a built web app there are no pages. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/opportunities", "/opportunities/1234"})
    void a_page_is_always_revalidated(String path) {
        Response page = given().get(path);
        cached(page, page.statusCode(), page.statusCode() == 200 ? "no-cache" : "no-store");
        cached(given().head(path), page.statusCode(), page.header("Cache-Control"));
    }

    @Test
    void the_api_has_its_own_cache_rules() {
        cached(given().get("/api/v1/me"), 401, "no-store");
    }
}
