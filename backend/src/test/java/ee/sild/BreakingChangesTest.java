package ee.sild;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients of the last released contract work with this one. Released contracts are in {@code released/}, named by tag.
 */
@Tag("slow")
class BreakingChangesTest {

    static {
        // Otherwise the parser refuses documents of more than 3 MiB, such as ours without references.
        System.setProperty("maxYamlCodePoints", "30000000");
    }

    private static final Pattern TWO_LISTS = Pattern.compile("\\(([a-z|-]+)\\):\\(([a-z|-]+)\\)");
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final YAMLMapper YAML = new YAMLMapper();
    /** Clients ignore unknown values and fields, as the contract requires. */
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .build();

    private static JsonNode released() throws IOException {
        try (var all = Files.list(RELEASED)) {
            Path last = all.filter(file -> file.toString().endsWith(".yaml.gz"))
                    .max(Comparator.comparing(BreakingChangesTest::version))
                    .orElseThrow();
            try (var text = new GZIPInputStream(Files.newInputStream(last))) {
                return YAML.readTree(text.readAllBytes());
            }
        }
    }

    /** The breaking changes as text; empty if there are none. */
    private static List<String> broken(JsonNode before, JsonNode after) throws IOException {
        var broken = new ArrayList<String>();
        before.path("components").path("schemas").properties().forEach(schema -> {
            JsonNode now = after.path("components").path("schemas").path(schema.getKey());
            schema.getValue().path("properties").properties().stream()
                    .filter(field -> !now.isMissingNode())
                    .forEach(field -> {
                        JsonNode kept = now.path("properties").path(field.getKey());
                        if (kept.isMissingNode()) {
                            broken.add(schema.getKey() + "." + field.getKey() + " is gone");
                        } else if (isNullable(kept) && !isNullable(field.getValue()) && isAnswer(schema.getKey())) {
                            broken.add(schema.getKey() + "." + field.getKey() + " may be empty");
                        }
                    });
        });
        var changes = OpenApiCompare.fromContents(
                asOpenApi30(withoutWider(withoutDroppedPatterns(withoutMovedExports(before, after), after))),
                asOpenApi30(withoutWider(after)),
                null,
                OPTIONS);
        if (changes.isIncompatible()) {
            changes.getMissingEndpoints().forEach(gone -> broken.add(gone + " is gone"));
            changes.getChangedOperations().stream()
                    .filter(one -> one.isIncompatible())
                    .forEach(one -> broken.add(one.getHttpMethod() + " " + one.getPathUrl() + " is not compatible"));
        }
        return broken;
    }

    /** Patterns that became wider. The library takes any change of a pattern for a breaking one. */
    private static final List<String> WIDER =
            List.of("OpeningHours/properties/closes", "OpeningHoursInput/properties/closes");

    /** A request whose field has no pattern any more accepts all that it did; the library takes it for a change. */
    private static JsonNode withoutDroppedPatterns(JsonNode before, JsonNode after) {
        JsonNode copy = before.deepCopy();
        copy.path("components").path("schemas").properties().stream()
                .filter(schema -> schema.getKey().endsWith("Request"))
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(field -> after.at("/components/schemas/" + schema.getKey() + "/properties")
                                .path(field.getKey())
                                .path("pattern")
                                .isMissingNode())
                        .forEach(field -> ((ObjectNode) field.getValue()).remove("pattern")));
        return copy;
    }

    /**
     * Lists in CSV, which are operations of their own now. A list still answers clients that ask it for CSV, as
     * {@code ExportResourceTest} verifies.
     */
    private static JsonNode withoutMovedExports(JsonNode before, JsonNode after) {
        JsonNode copy = before.deepCopy();
        copy.path("paths").properties().stream()
                .filter(path -> after.path("paths").has(path.getKey() + "/export"))
                .map(path -> path.getValue().at("/get/responses/200/content"))
                .filter(ObjectNode.class::isInstance)
                .forEach(content -> ((ObjectNode) content).remove("text/csv"));
        return copy;
    }

    private static JsonNode withoutWider(JsonNode contract) {
        JsonNode copy = contract.deepCopy();
        WIDER.stream()
                .map(field -> copy.at("/components/schemas/" + field))
                .filter(ObjectNode.class::isInstance)
                .forEach(field -> ((ObjectNode) field).remove("pattern"));
        return copy;
    }

    private static boolean isAnswer(String schema) {
        return schema.endsWith("View") || schema.endsWith("Summary") || schema.equals("Problem");
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("type").valueStream().anyMatch(type -> type.asText().equals("null"))
                || schema.path("anyOf")
                        .valueStream()
                        .anyMatch(one -> one.path("type").asText().equals("null"));
    }

    /**
     * The comparison library does not support the types of OpenAPI 3.1, and takes the format of a number for another
     * type: every number is compared as a double, which a JSON number without a format is.
     */
    private static String asOpenApi30(JsonNode contract) throws IOException {
        ObjectNode copy = ContractDocument.closed(ContractDocument.resolved(contract));
        copy.put("openapi", "3.0.3");
        ((ObjectNode) copy.path("info").path("license")).remove("identifier");
        StreamSupport.stream(copy.findParents("type").spliterator(), false)
                .filter(schema -> schema.path("type").isArray())
                .forEach(schema -> {
                    ((ObjectNode) schema).put("nullable", isNullable(schema));
                    schema.path("type")
                            .valueStream()
                            .map(JsonNode::asText)
                            .filter(type -> !type.equals("null"))
                            .findFirst()
                            .ifPresent(type -> ((ObjectNode) schema).put("type", type));
                });
        copy.findParents("anyOf").stream()
                .filter(BreakingChangesTest::isNullable)
                .forEach(schema -> {
                    JsonNode other = schema.path("anyOf")
                            .valueStream()
                            .filter(one -> !one.path("type").asText().equals("null"))
                            .findFirst()
                            .orElseThrow();
                    ((ObjectNode) schema).removeAll().setAll((ObjectNode) other.deepCopy());
                });
        copy.findParents("type").stream()
                .filter(schema -> schema.path("type").asText().equals("number"))
                .forEach(schema -> ((ObjectNode) schema).put("format", "double"));
        copy.findParents("pattern").forEach(schema -> asList((ObjectNode) schema));
        return YAML.writeValueAsString(copy);
    }

    /**
     * A pattern that only lists words, optionally followed by a colon and another such list, is compared as a list of
     * words, because the library cannot tell whether a pattern became wider.
     */
    private static void asList(ObjectNode schema) {
        var list = TWO_LISTS.matcher(schema.path("pattern").asText());
        if (list.matches()) {
            schema.remove("pattern");
            var words = schema.putArray("enum");
            for (String first : list.group(1).split("\\|")) {
                for (String second : list.group(2).split("\\|")) {
                    words.add(first + ":" + second);
                }
            }
        }
    }

    @Test
    void the_last_released_contract_is_still_supported() throws IOException {
        assertThat(broken(released(), ContractDocument.written())).isEmpty();
    }

    /** 0.10.0 comes after 0.9.0. */
    private static Version version(Path released) {
        return Version.parse(released.getFileName().toString().replaceAll("^v|\\.yaml\\.gz$", ""));
    }

    @Test
    void the_last_stored_contract_is_the_last_tag() throws IOException, InterruptedException {
        var git = new ProcessBuilder("git", "tag", "--list", "v*", "--sort=version:refname")
                .redirectErrorStream(true)
                .start();
        var tags = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        git.waitFor();
        try (Stream<Path> kept = Files.list(RELEASED)) {
            assertThat(kept.map(file -> file.getFileName().toString().replace(".yaml.gz", ""))
                            .toList())
                    .containsAll(tags);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            remove  | /paths/~1api~1v1~1opportunities~1{id}~1hold
            remove  | /paths/~1api~1v1~1opportunities/post
            remove  | /paths/~1api~1v1~1opportunities/post/responses/201
            remove  | /paths/~1api~1v1~1opportunities/get/parameters/0
            remove  | /components/schemas/OpportunityView/properties/topic
            remove  | /components/schemas/QualificationView/properties/summary
            remove  | /components/schemas/QualificationRequest/properties/summary
            remove  | /components/schemas/MatchedDistributionRequest/properties/weights
            remove  | /components/schemas/DeclineReason/enum/0
            require | /components/schemas/QualificationRequest/properties/summary
            narrow  | /components/schemas/CreateOpportunityRequest/properties/topic
            pattern | /components/schemas/CreateOpportunityRequest/properties/topic
            number  | /components/schemas/OpportunityView/properties/topic
            number  | /components/schemas/CreateOpportunityRequest/properties/topic
            number  | /components/schemas/QualificationRequest/properties/summary
            empty   | /components/schemas/OpportunityView/properties/topic
            scope   | /paths/~1api~1v1~1opportunities/get""")
    void breaking_changes_are_detected(String how, String where) throws IOException {
        JsonNode spoilt = released().deepCopy();
        int cut = where.lastIndexOf('/');
        JsonNode parent = spoilt.at(where.substring(0, cut));
        String name = where.substring(cut + 1).replace("~1", "/");
        assertThat(spoilt.at(where).isMissingNode()).isFalse();
        switch (how) {
            case "remove" -> remove(parent, name);
            case "require" ->
                ((ObjectNode) spoilt.at(where.replace("/properties/" + name, "")))
                        .withArray("required")
                        .add(name);
            case "narrow" -> ((ObjectNode) parent.get(name)).put("maxLength", 10);
            case "pattern" -> ((ObjectNode) parent.get(name)).put("pattern", "[a-z]+");
            case "number" -> ((ObjectNode) parent.get(name)).put("type", "integer");
            case "empty" ->
                ((ObjectNode) parent.get(name)).putArray("type").add("string").add("null");
            case "scope" ->
                ((ArrayNode) parent.get(name).path("security").path(1).path("client")).add("customers:read");
            default -> throw new IllegalArgumentException(how);
        }
        assertThat(broken(released(), spoilt)).isNotEmpty();
    }

    /** What operations share is compared where they use it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /components/parameters/Sort          | { "name": "order", "in": "query", "schema": { "type": "string" } }
            /components/parameters/PageSize      | { "name": "limit", "in": "query", "schema": { "type": "boolean" } }
            /components/parameters/IfMatch       | { "name": "If-Match", "in": "header", "required": true, "schema": { "type": "string" } }
            /components/headers/ETag             | { "schema": { "type": "integer" } }
            /components/responses/NotFound       | { "description": "Not found" }""")
    void what_breaks_in_a_shared_part_is_noticed(String where, String spoilt) throws IOException {
        JsonNode contract = ContractDocument.written();
        assertThat(contract.at(where).isMissingNode()).isFalse();
        int cut = where.lastIndexOf('/');
        ((ObjectNode) contract.at(where.substring(0, cut))).set(where.substring(cut + 1), YAML.readTree(spoilt));
        assertThat(broken(ContractDocument.written(), contract)).isNotEmpty();
    }

    private static void remove(JsonNode parent, String name) {
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
    }
}
