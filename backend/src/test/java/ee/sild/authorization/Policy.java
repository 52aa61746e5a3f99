package ee.sild.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** {@code authorization.yaml}: who may do what, in a form that can be asked. */
final class Policy {

    private static final Set<String> OWN_WORDS = Set.of("may", "scope", "with");
    private final JsonNode page;

    /** What one operation answers to whom, in each state of its thing. */
    record Rule(String operation, Set<String> may, String scope, JsonNode with, Map<String, JsonNode> states) {

        boolean isForPeople() {
            return scope.equals("people");
        }
    }

    Policy() {
        try (var file = Policy.class.getResourceAsStream("/authorization.yaml")) {
            page = new ObjectMapper(new YAMLFactory()).readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOpen(String operation) {
        return page.path("open").valueStream().anyMatch(one -> one.asText().equals(operation));
    }

    /** The rule of an operation, or null where nobody has thought of it. */
    Rule rule(String operation) {
        JsonNode rule = page.path("operations").get(operation);
        if (rule == null) {
            return null;
        }
        var states = new LinkedHashMap<String, JsonNode>();
        rule.properties().stream().filter(entry -> !OWN_WORDS.contains(entry.getKey()))
                .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        return new Rule(operation, names(rule.path("may").asText()), rule.path("scope").asText(), rule.path("with"), states);
    }

    Set<String> operations() {
        var names = new LinkedHashSet<String>();
        page.path("operations").fieldNames().forEachRemaining(names::add);
        page.path("open").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The status that the rule foresees for a caller who is let in; each must be there once. */
    int expected(Rule rule, String state, String caller) {
        if (!rule.may().contains(caller) || rule.isForPeople() && caller.startsWith("CLIENT")) {
            return 403;
        }
        int status = 0;
        int rest = 0;
        for (var entry : rule.states().get(state).properties()) {
            if (entry.getValue().asText().equals("rest")) {
                rest = Integer.parseInt(entry.getKey());
            } else if (names(entry.getValue().asText()).contains(caller)) {
                if (status != 0) {
                    throw new IllegalStateException("Twice: " + rule.operation() + " " + state + " " + caller);
                }
                status = Integer.parseInt(entry.getKey());
            }
        }
        if (status == 0 && rest == 0) {
            throw new IllegalStateException("Not foreseen: " + rule.operation() + " " + state + " " + caller);
        }
        return status == 0 ? rest : status;
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
