package ee.sild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.BadInputTest.Target;
import ee.sild.platform.problem.ProblemCatalogue;

import static ee.sild.Api.admin;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends many kinds of hostile requests to every operation they fit. Each must return a problem of the catalogue that
 * reveals no internals. {@link BadInputTest} checks the exact problem for the common kinds.
 */
@QuarkusTest
@Tag("slow")
class HostileRequestTest {

    private static final Pattern INSIDE = Pattern.compile(
            "ee\\.sild|java\\.|jakarta\\.|io\\.quarkus|hibernate|jackson|Exception|\\bat "
                    + "[a-z.]+\\(|\\.java|select .* from|insert into|/tmp/|/home/|target/classes",
            Pattern.CASE_INSENSITIVE);
    /** The errors that RFC 6749 defines instead of problems, for {@code /oauth/token}. */
    private static final Set<String> OAUTH =
            Set.of("invalid_request", "invalid_client", "unsupported_grant_type", "invalid_scope");

    private static final int SHARES = 5;
    private static final AtomicInteger SENT = new AtomicInteger();
    private static final Map<String, byte[]> BODIES = new LinkedHashMap<>();
    private static final Map<String, BiFunction<RequestSpecification, Target, Response>> REQUESTS =
            new LinkedHashMap<>();

    static {
        body("nothing", "");
        body("blank", " \n\t ");
        body("half a body", "{");
        body("half a name", "{\"topic");
        body("half a value", "{\"topic\": \"x");
        body("no value", "{\"topic\": }");
        body("no colon", "{\"topic\" \"x\"}");
        body("a comma too many", "{\"topic\": \"x\",}");
        body("more after the end", "{} {}");
        body("words after the end", "{} and more");
        body("a list", "[]");
        body("a list of bodies", "[{}]");
        body("null", "null");
        body("a text", "\"text\"");
        body("a number", "7");
        body("true", "true");
        body("no JSON", "topic=x");
        body("XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
        body("YAML", "topic: x\nname: y\n");
        body("a comment", "{/* x */}");
        body("single quotes", "{'topic': 'x'}");
        body("a name without quotes", "{topic: \"x\"}");
        body("an unknown name", "{\"nonsense\": 1}");
        body("an empty name", "{\"\": 1}");
        body("a very long name", "{\"" + "n".repeat(60_000) + "\": 1}");
        body("a name in other letters", "{\"TOPIC\": \"x\", \"NAME\": \"x\"}");
        body("a prototype", "{\"__proto__\": {\"admin\": true}, \"constructor\": {}}");
        body("a class to make", "{\"@class\": \"java.lang.Runtime\", \"@type\": \"x\"}");
        body("the same name twice", "{\"name\": \"a\", \"name\": \"b\"}");
        body("the same topic twice", "{\"topic\": \"a\", \"topic\": \"b\"}");
        body("a body where a text is", "{\"topic\": {\"a\": 1}, \"name\": {\"a\": 1}, \"reason\": {\"a\": 1}}");
        body("a list where a text is", "{\"topic\": [\"a\"], \"name\": [\"a\"], \"reason\": [\"a\"]}");
        body(
                "a number where a text is",
                "{\"topic\": 1, \"name\": 1, \"reason\": 1, \"text\": 1, \"email\": 1, \"token\": 1, \"password\": 1}");
        body("truth where a text is", "{\"topic\": true, \"name\": true, \"reason\": true}");
        body("a NUL", "{\"name\": \"\\u0000\", \"country\": \"EE\", \"topic\": \"\\u0000\", \"reason\": \"\\u0000\"}");
        body("a bare NUL", "{\"name\": \"\u0000\"}");
        body("half a surrogate", "{\"name\": \"\\ud800\", \"topic\": \"\\ud800\", \"reason\": \"\\udfff\"}");
        body("an escape that is none", "{\"name\": \"\\x\"}");
        body("a bare line end in a text", "{\"name\": \"a\nb\"}");
        body("a very long text", "{\"reason\": \"" + "x".repeat(20_000) + "\"}");
        body("a number too large", "{\"value\": {\"estimated\": {\"amount\": 1e400, \"currency\": \"EUR\"}}}");
        body(
                "a number of a million digits' worth",
                "{\"value\": {\"estimated\": {\"amount\": 1e999999999, \"currency\": \"EUR\"}}}");
        body("a very long number", "{\"programme\": {\"capacity\": " + "9".repeat(2_000) + "}}");
        body("no number", "{\"programme\": {\"capacity\": NaN}, \"pipeline\": {\"probability\": Infinity}}");
        body("a number in hex", "{\"programme\": {\"capacity\": 0x10}}");
        body("a number that begins with nought", "{\"programme\": {\"capacity\": 007}}");
        body("lists in lists", "[".repeat(2_000));
        body("bodies in bodies", "{\"a\":".repeat(2_000));
        body("an identity that is none", "{\"customerId\": \"1\", \"partnerId\": \"1\", \"userId\": \"1\"}");
        body("a day that is none", "{\"dueOn\": \"2026-02-30\", \"validFrom\": \"2026-02-30\", \"reason\": \"x\"}");
        BODIES.put("UTF-16", "{\"nonsense\": \"x\"}".getBytes(StandardCharsets.UTF_16));
        BODIES.put("UTF-32", "{\"nonsense\": \"x\"}".getBytes(StandardCharsets.UTF_32BE));
        BODIES.put("Latin-1", "{\"name\": \"Põhjala\", \"topic\": \"Põhjala\"}".getBytes(StandardCharsets.ISO_8859_1));
        BODIES.put("no UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'});
        BODIES.put("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});

        query("a limit that is no number", "limit=x");
        query("a limit below nought", "limit=-1");
        query("a limit too large", "limit=99999999999999999999");
        query("a NUL in the cursor", "cursor=%00");
        query("a cursor of another list", "cursor=eyJhIjoxfQ");
        query("no UTF-8 in the query", "q=%ff%fe");
        query("SQL in the sort", "sort=name;drop%20table%20partner--");
        query("a quote", "q=%27%20or%20%271%27=%271");
        query("an unknown status", "status=NOPE");
        query("the same parameter many times", "limit=1&limit=2&".repeat(50));
        query("a very long query", "q=" + "x".repeat(3_000));
        header("a method in a header", "X-HTTP-Method-Override", "DELETE");
        header("a forged path", "X-Original-URL", "/api/v1/users");
        header("a forged sender", "X-Forwarded-For", "'; select 1 --");
        header("a language that is none", "Accept-Language", "x".repeat(200) + ";q=abc");
        header("a type that is none", "Accept", "no type at all");
        header("a basic password", "Authorization", "Basic YTpi");
        header("an empty token", "Authorization", "Bearer ");
        header("a key that is too long", "Idempotency-Key", "k".repeat(2_000));
        header("a version that is none", "If-Match", "not-a-version");
        header("a version of another kind", "If-None-Match", "W/\"" + "9".repeat(500) + "\"");
        header("a trace that is none", "traceparent", "00-zz-zz-zz");
        header("a compressed body that is none", "Content-Encoding", "gzip");
        header("another host", "Host", "evil.example");
        header("another origin", "Origin", "null");
        header("a header of 60 KiB", "X-Large", "x".repeat(60_000));
        REQUESTS.put(
                "a path that goes up",
                (request, target) -> request.request(target.method(), target.path() + "/%2e%2e/%2e%2e/users"));
        REQUESTS.put("a path with a NUL", (request, target) -> request.request(target.method(), target.path() + "%00"));
        REQUESTS.put(
                "a path with a semicolon",
                (request, target) -> request.request(target.method(), target.path() + ";admin=true"));
        REQUESTS.put(
                "a path with doubled strokes",
                (request, target) ->
                        request.request(target.method(), target.path().replace("/", "//")));
        REQUESTS.put(
                "a path that ends in a stroke",
                (request, target) -> request.request(target.method(), target.path() + "/"));
        REQUESTS.put(
                "an identity that is none",
                (request, target) ->
                        request.request(target.method(), target.path().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "1")));
        REQUESTS.put("a method that is none", (request, target) -> request.request("BREW", target.path()));
        REQUESTS.put("a method that is not served", (request, target) -> request.request("TRACE", target.path()));
    }

    private static void body(String name, String text) {
        BODIES.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void query(String name, String query) {
        REQUESTS.put(name, (request, target) -> request.request(target.method(), target.path() + "?" + query));
    }

    private static void header(String name, String header, String value) {
        REQUESTS.put(name, (request, target) -> request.header(header, value).request(target.method(), target.path()));
    }

    @AfterAll
    static void printSummary() {
        System.out.println("hostile requests: " + BODIES.size() + " kinds of bodies, " + REQUESTS.size()
                + " kinds of other requests, " + SENT + " sent");
    }

    private static RequestSpecification request(Target target) {
        var request = given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("sild_access", admin().access())
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
        return target.hasBody() ? request.contentType(target.mediaType()) : request;
    }

    @TestFactory
    List<DynamicTest> no_operation_breaks_on_a_bad_body() {
        return BadInputTest.parallel(
                target -> target.hasBody() && target.mediaType().endsWith("json"), target -> {
                    var failures = new ArrayList<String>();
                    share(BODIES, target).forEach((name, body) -> {
                        Response answer = target.send(
                                request(target).header("If-Match", "*").body(body));
                        if (answer.statusCode() < 400
                                || (answer.statusCode() == 401 && !target.path().matches(".*(session|oauth).*"))) {
                            failures.add(name + ": " + answer.statusCode());
                        }
                        check(name, answer, failures);
                    });
                    assertThat(failures).isEmpty();
                });
    }

    @TestFactory
    List<DynamicTest> no_operation_breaks_on_a_bad_request() {
        return BadInputTest.parallel(target -> true, target -> {
            var failures = new ArrayList<String>();
            share(REQUESTS, target).forEach((name, send) -> {
                var request = request(target);
                check(name, send.apply(target.hasBody() ? request.body("{}") : request, target), failures);
            });
            assertThat(failures).isEmpty();
        });
    }

    /**
     * Each run sends a fifth of the kinds to each operation, and each kind to a fifth of the operations. With
     * {@code test.full} it sends all kinds to all operations.
     */
    private static <T> Map<String, T> share(Map<String, T> kinds, Target target) {
        int share = Math.floorMod(target.name().hashCode(), SHARES);
        var some = new LinkedHashMap<String, T>();
        int place = 0;
        for (var kind : kinds.entrySet()) {
            if (Boolean.getBoolean("test.full") || place++ % SHARES == share) {
                some.put(kind.getKey(), kind.getValue());
            }
        }
        SENT.addAndGet(some.size());
        return some;
    }

    private static void check(String name, Response answer, List<String> failures) {
        String text = answer.asString();
        if (answer.statusCode() >= 400) {
            if (OAUTH.contains(answer.asString().replaceAll("(?s).*\"error\":\"([a-z_]+)\".*", "$1"))) {
                return;
            }
            boolean problem = answer.contentType().startsWith("application/problem+json");
            String code = problem
                    ? ContractFilter.tree(answer.asString()).path("code").asText()
                    : "";
            if (!Integer.valueOf(answer.statusCode())
                            .equals(ProblemCatalogue.statuses().get(code))
                    || answer.statusCode() >= 500
                    || INSIDE.matcher(text).find()) {
                failures.add(name + ": " + answer.statusCode() + " " + answer.contentType() + " " + text);
            }
        }
    }

    @Test
    void there_are_at_least_sixty_kinds_of_requests() {
        assertThat(BODIES.size() + REQUESTS.size()).isGreaterThanOrEqualTo(60);
    }
}
