package ee.sild;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
public class ContractTest {

    static final JsonNode CONTRACT = Api.CONTRACT.contract();

    @Test
    void the_committed_contract_matches_the_code() throws IOException {
        assertThat(Files.readString(ContractDocument.FILE))
                .as("openapi.yaml does not match the code; `backend/run` regenerates it")
                .isEqualTo(Files.readString(Path.of("target/openapi/openapi.yaml")));
    }

    @Test
    void every_operation_has_a_description_and_roles() {
        var silent = new ArrayList<String>();
        operations((name, operation) -> {
            boolean open = operation.path("security").isEmpty();
            if (operation.path("summary").asText().isBlank()
                    || operation.path("description").asText().isBlank()
                    || operation.path("operationId").asText().isBlank()
                    || (!open && operation.path("x-roles").isEmpty())
                    || operation.path("tags").isEmpty()) {
                silent.add(name);
            }
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void every_request_body_has_an_example() {
        var silent = new ArrayList<String>();
        operations((name, operation) -> operation.path("requestBody").path("content").properties().stream()
                .filter(content ->
                        content.getValue().at("/examples/example/value").isMissingNode())
                .forEach(content -> silent.add(name)));
        assertThat(silent).isEmpty();
    }

    @Test
    void every_response_has_an_example() {
        var silent = new ArrayList<String>();
        operations((name, operation) -> operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(answer -> answer.getValue().path("content").path("application/json"))
                .filter(content -> !content.isMissingNode()
                        && content.at("/examples/example/value").isMissingNode())
                .forEach(content -> silent.add(name)));
        assertThat(silent).isEmpty();
    }

    /** Longer ones are not read: what operations share is a component. */
    @Test
    void an_operation_is_written_in_2100_bytes() throws IOException {
        String paths = Pattern.compile("(?m)^(?=[a-z])")
                .splitAsStream(Files.readString(ContractDocument.FILE))
                .filter(section -> section.startsWith("paths:"))
                .findFirst()
                .orElseThrow();
        var all = new ArrayList<String>();
        operations((name, operation) -> all.add(name));
        assertThat(paths.getBytes(UTF_8).length / all.size()).isLessThanOrEqualTo(2_100);
    }

    @Test
    void answers_can_grow_and_requests_cannot() {
        JsonNode contract = ContractDocument.resolved(ContractDocument.written());
        var answered = new TreeMap<String, JsonNode>();
        var sent = new TreeMap<String, JsonNode>();
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    named(contract, operation.path("responses"), answered);
                    named(contract, operation.path("parameters"), sent);
                    named(contract, operation.path("requestBody"), sent);
                }));
        assertThat(answered).containsKeys("Problem", "Money", "OpportunityView", "Phase");
        assertThat(answered.values())
                .allSatisfy(schema -> assertThat(schema.findValues("additionalProperties"))
                        .as("%s", schema)
                        .doesNotContain(BooleanNode.FALSE))
                .allSatisfy(schema -> assertThat(schema.findValue("enum")).isNull());
        assertThat(sent).containsKeys("CreateOpportunityRequest", "MoneyInput", "PhaseInput", "DeclineReason");
        assertThat(sent.values())
                .allSatisfy(schema -> assertThat(!schema.has("properties")
                                || schema.path("additionalProperties").equals(BooleanNode.FALSE))
                        .as("%s", schema)
                        .isTrue())
                .allSatisfy(schema ->
                        assertThat(schema.findValue("x-extensible-enum")).isNull());
    }

    /** The schemas that a part refers to, directly or through others. */
    private static void named(JsonNode contract, JsonNode part, Map<String, JsonNode> found) {
        for (JsonNode reference : part.findValues("$ref")) {
            String name = reference.asText().replace("#/components/schemas/", "");
            JsonNode schema = contract.path("components").path("schemas").path(name);
            if (found.putIfAbsent(name, schema) == null) {
                named(contract, schema, found);
            }
        }
    }

    /** 15 digits, the most that an amount has, pass through a double unchanged, and no client reads it as less. */
    @Test
    void numbers_are_doubles() {
        assertThat(CONTRACT.path("components").path("schemas").findParents("type").stream()
                        .filter(schema -> schema.path("type").asText().equals("number")
                                || schema.path("type")
                                        .valueStream()
                                        .anyMatch(one -> one.asText().equals("number"))))
                .hasSizeGreaterThan(20)
                .allSatisfy(schema -> assertThat(schema.path("format").asText()).isEqualTo("double"));
        for (String amount : List.of("1234567.89", "999999999999.99", "9999999999999.99", "0.0001")) {
            assertThat(new BigDecimal(Double.toString(Double.parseDouble(amount))))
                    .isEqualByComparingTo(amount);
        }
    }

    @Test
    void only_anonymous_operations_are_open() {
        var open = new ArrayList<String>();
        operations((name, operation) -> {
            if (operation.path("security").isEmpty()) {
                open.add(operation.path("operationId").asText());
            }
        });
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "signIn",
                        "signOut",
                        "refreshSession",
                        "getInvitation",
                        "acceptInvitation",
                        "requestPasswordReset",
                        "getPasswordReset",
                        "completePasswordReset",
                        "getSetup",
                        "setUp",
                        "getToken",
                        "getPublishedKeys");
    }

    public static void operations(java.util.function.BiConsumer<String, JsonNode> each) {
        CONTRACT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> Map.of("get", 1, "post", 1, "patch", 1, "put", 1, "delete", 1)
                                .containsKey(method.getKey()))
                        .forEach(method -> each.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }
}
