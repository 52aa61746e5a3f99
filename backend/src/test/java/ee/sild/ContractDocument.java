package ee.sild;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The contract as a tree, with the shared parts of its operations in their places, and as strict as the server is. */
final class ContractDocument {

    static final Path FILE = Path.of("../openapi.yaml");

    private static final Pattern SHARED =
            Pattern.compile("#(/components/(?:responses|parameters|headers|examples)/.+)");

    private static final String VALUES = "x-extensible-enum";

    private ContractDocument() {}

    /** The committed contract as it is written. */
    static JsonNode written() {
        try {
            return new YAMLMapper().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts responses, parameters, headers and examples where operations refer to them; schemas remain references. */
    static ObjectNode resolved(JsonNode contract) {
        ObjectNode copy = contract.deepCopy();
        resolve(copy, contract);
        return copy;
    }

    /**
     * Closes what the contract leaves open for clients: responses have no other properties and values than the
     * documented ones.
     */
    static ObjectNode closed(JsonNode contract) {
        ObjectNode copy = contract.deepCopy();
        copy.path("components").path("schemas").forEach(ContractDocument::close);
        return copy;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema) {
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
            if (schema.path(VALUES).isArray()) {
                schema.set("enum", schema.path(VALUES).deepCopy());
            }
        }
        node.forEach(ContractDocument::close);
    }

    private static JsonNode resolve(JsonNode node, JsonNode contract) {
        var shared = SHARED.matcher(node.path("$ref").asText(""));
        if (shared.matches()) {
            JsonNode part = contract.at(shared.group(1));
            if (part.isMissingNode()) {
                throw new IllegalArgumentException("Not in the contract: " + node.path("$ref"));
            }
            return resolve(part.deepCopy(), contract);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(resolve(field.getValue(), contract)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, resolve(list.get(i), contract));
            }
        }
        return node;
    }
}
