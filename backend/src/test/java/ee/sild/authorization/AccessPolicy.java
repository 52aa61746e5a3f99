package ee.sild.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Reads {@code authorization.yaml}: which caller may do what. */
final class AccessPolicy {

    private static final Set<String> OWN_WORDS = Set.of("may", "scope", "with");
    private final JsonNode page;

    /** The expected responses of one operation, by state of its resource and by caller. */
    record Rule(String operation, Set<String> may, String scope, JsonNode with, Map<String, JsonNode> states) {

        boolean isForPeople() {
            return scope.equals("people");
        }
    }

    AccessPolicy() {
        try (var file = AccessPolicy.class.getResourceAsStream("/authorization.yaml")) {
            page = new ObjectMapper(new YAMLFactory()).readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOpen(String operation) {
        return page.path("open").valueStream().anyMatch(one -> one.asText().equals(operation));
    }

    /** The rule of an operation, or null if there is none. */
    Rule rule(String operation) {
        JsonNode rule = page.path("operations").get(operation);
        if (rule == null) {
            return null;
        }
        var states = new LinkedHashMap<String, JsonNode>();
        rule.properties().stream()
                .filter(entry -> !OWN_WORDS.contains(entry.getKey()))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return new Rule(
                operation, names(rule.path("may").asText()), rule.path("scope").asText(), rule.path("with"), states);
    }

    Set<String> operations() {
        var names = new LinkedHashSet<String>(fieldNames(page.path("operations")));
        page.path("open").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The expected status for a caller that may use the operation; each caller must be listed exactly once. */
    int expected(Rule rule, String state, String caller) {
        if (!rule.may().contains(caller) || (rule.isForPeople() && caller.startsWith("CLIENT"))) {
            return 403;
        }
        int status = 0;
        int rest = 0;
        for (var entry : rule.states().get(state).properties()) {
            if (entry.getValue().asText().equals("rest")) {
                rest = Integer.parseInt(entry.getKey());
            } else if (names(entry.getValue().asText()).contains(caller)) {
                if (status != 0) {
                    throw new IllegalStateException("Listed twice: " + rule.operation() + " " + state + " " + caller);
                }
                status = Integer.parseInt(entry.getKey());
            }
        }
        if (status == 0 && rest == 0) {
            throw new IllegalStateException("Not listed: " + rule.operation() + " " + state + " " + caller);
        }
        return status == 0 ? rest : status;
    }

    /** The callers that may write a field, of those that may send the body; null for all. */
    Set<String> writers(String operation, String field) {
        JsonNode names = page.path("writes").path(operation).get(field);
        return names == null ? null : names(names.asText());
    }

    /** The fields with their own line, because not all callers may write them. */
    Set<String> limited(String operation) {
        return fieldNames(page.path("writes").path(operation));
    }

    /** The fields of a response that only some callers see, and these callers. */
    Map<String, Set<String>> readers(String operation, String state) {
        var readers = new LinkedHashMap<String, Set<String>>();
        for (String key : Set.of(operation, operation + " " + state)) {
            page.path("reads")
                    .path(key)
                    .properties()
                    .forEach(field ->
                            readers.put(field.getKey(), names(field.getValue().asText())));
        }
        return readers;
    }

    /** A valid value for a field, or null if the policy has none. */
    JsonNode value(String operation, String field) {
        return Stream.of(operation + "." + field, field, field.substring(field.lastIndexOf('.') + 1))
                .map(name -> page.path("values").get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Good bodies of an operation besides the contract's example, one of each other variant. */
    Iterable<JsonNode> variants(String operation) {
        return page.path("variants").path(operation);
    }

    /** Whether the fields of this part of a body are written one by one. */
    boolean isPart(String field) {
        return page.path("parts").valueStream().anyMatch(part -> part.asText().equals(field));
    }

    private static Set<String> fieldNames(JsonNode node) {
        var names = new LinkedHashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Set<String> names(String text) {
        var names = new LinkedHashSet<String>();
        for (String name : text.split(" ")) {
            JsonNode group = page.path("groups").path(name);
            if (group.isMissingNode()) {
                names.add(name);
            } else {
                group.forEach(one -> names.add(one.asText()));
            }
        }
        return names;
    }
}
