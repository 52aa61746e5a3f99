package ee.sild.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writes texts that other systems stumble over to every text field of every body. Each is stored as text or refused.
 */
@QuarkusTest
@Tag("slow")
class NaughtyTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "@text@";
    private static final AtomicInteger SENT = new AtomicInteger();
    private static final AtomicInteger STORED = new AtomicInteger();

    private static final List<String> SELECTED = List.of(
            "a\u0000b",
            "A\ud800B",
            "\u0007 bell \u001b[31m",
            "invoice\u202Efdp.exe",
            "\u200B\u2060\uFEFF",
            "\u3164\u2800",
            "\u00A0 \u2003 x \u202F",
            "line\r\nbreak\u2028and\u0085more\u000B.",
            "A\u030A u\u0308 no\u0302n",
            "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308a\u0309\u030A\u030Blgo",
            "👩‍👩‍👧‍👦 🇪🇪 👍🏽",
            "𝕾𝖎𝖑𝖉 ﬁ Ⅻ ½",
            "مرحبا שלום 你好",
            "<img src=x onerror=alert(1)> [x](javascript:alert(1)) &lt;",
            "'; drop table customer; -- \\ \" `",
            "=1+1|' /C calc'!A0",
            "${jndi:ldap://127.0.0.1/x} {{7*7}} %s%n %00 #{1}",
            "../../etc/passwd",
            "null",
            "-1e1000",
            "\uFFFE\uFFFF\uDBFF\uDFFF");

    /** The selection, or all texts of a file, a JSON array: see {@code backend/bench/naughty}. */
    private static final List<String> TEXTS = texts(System.getProperty("naughty.texts"));

    private static List<String> texts(String file) {
        if (file == null) {
            return SELECTED;
        }
        try {
            return List.of(JSON.readValue(Path.of(file).toFile(), String[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void printSummary() {
        System.out.println("naughty texts: " + SENT + " sent, " + STORED + " stored");
    }

    @TestFactory
    List<DynamicTest> each_is_stored_as_text_or_refused() {
        return FieldMatrixTest.parallel(NaughtyTextTest::write);
    }

    private static void write(Operation operation) throws JsonProcessingException {
        String caller = Stream.of("ADMIN", "A_ADMIN")
                .filter(one -> FieldMatrixTest.state(operation.rule(), one) != null)
                .findFirst()
                .orElse(null);
        if (caller == null) {
            return;
        }
        String state = FieldMatrixTest.state(operation.rule(), caller);
        var resource = FieldMatrixTest.fixtures.make(state);
        var failures = new ArrayList<String>();
        for (String field : FieldMatrixTest.fields(operation)) {
            if (isText(operation.schema(), field)) {
                for (String text : TEXTS) {
                    Response answer = FieldMatrixTest.send(
                            operation, caller, resource, body(operation, field, caller, resource, text));
                    SENT.incrementAndGet();
                    String failure = failure(answer, field);
                    if (failure != null) {
                        failures.add("%s: %s: %s".formatted(field, escaped(text), failure));
                    }
                    if (answer.statusCode() < 300
                            && operation.method().equals("POST")
                            && operation.path().contains("{")) {
                        resource = FieldMatrixTest.fixtures.make(state);
                    }
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    /** Whether any text can be written to a field. */
    private static boolean isText(JsonNode schema, String field) {
        for (String name : field.split("\\.")) {
            JsonNode next = schema.path("properties").path(name);
            schema = Operation.resolved(next.has("anyOf") ? next.path("anyOf").path(0) : next);
        }
        return schema.path("type").toString().contains("\"string\"")
                && !schema.has("enum")
                && !schema.path("format").asText().equals("uuid");
    }

    private static String body(
            Operation operation, String field, String caller, Map<String, String> resource, String text)
            throws JsonProcessingException {
        String body = FieldMatrixTest.body(operation, field, caller, resource);
        var node = FieldMatrixTest.with(
                (ObjectNode) JSON.readTree(body), field, JSON.getNodeFactory().textNode(MARK));
        return node.toString().replace(MARK, escaped(text));
    }

    /** In ASCII, so that half a surrogate pair arrives as it is. */
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(unit -> {
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                escaped.append("\\u%04x".formatted(unit));
            } else {
                escaped.append((char) unit);
            }
        });
        return escaped.toString();
    }

    /** What is wrong with an answer; null if nothing is. */
    private static String failure(Response answer, String field) throws JsonProcessingException {
        int status = answer.statusCode();
        if (status >= 500 || (status == 400 && !answer.asString().contains("pointer"))) {
            return status + " " + answer.asString();
        }
        if (status >= 300 || answer.asString().isEmpty()) {
            return null;
        }
        JsonNode stored = JSON.readTree(answer.asString()).at(FieldMatrixTest.pointer(field));
        if (stored.isTextual()) {
            STORED.incrementAndGet();
            String text = stored.asText();
            boolean isClean = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    && !text.isBlank()
                    && text.codePoints().noneMatch(NaughtyTextTest::isForbidden);
            return isClean ? null : "stored as " + escaped(text);
        }
        return null;
    }

    private static boolean isForbidden(int character) {
        return Character.getType(character) == Character.SURROGATE
                || (Character.isISOControl(character) && character != '\n' && character != '\t')
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
