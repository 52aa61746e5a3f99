package ee.sild.authorization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.authorization.AccessPolicy.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** Every line of the policy matters: without it, a test would fail. */
class AccessPolicyTest {

    private static final List<String> CALLERS = List.of(
            "ADMIN",
            "CHANNEL_MANAGER",
            "SALES",
            "ANALYST",
            "CLIENT",
            "A_ADMIN",
            "A_MANAGER",
            "A_SELLER",
            "A_OTHER_SELLER",
            "CLIENT_A",
            "B_ADMIN",
            "B_MANAGER",
            "B_SELLER",
            "CLIENT_B");
    private final AccessPolicy policy = new AccessPolicy();

    @TestFactory
    List<DynamicTest> every_status_of_every_rule_is_needed() {
        var tests = new ArrayList<DynamicTest>();
        for (String operation : policy.operations()) {
            Rule rule = policy.rule(operation);
            if (rule != null) {
                rule.states()
                        .forEach((state, statuses) -> statuses.fieldNames()
                                .forEachRemaining(status -> tests.add(DynamicTest.dynamicTest(
                                        operation + " " + state + " " + status,
                                        () -> assertThat(expected(without(rule, state, status), state))
                                                .isNotEqualTo(expected(rule, state))))));
            }
        }
        return tests;
    }

    @Test
    void every_rule_has_states() {
        for (String operation : policy.operations()) {
            assertThat(policy.isOpen(operation)
                            || !policy.rule(operation).states().isEmpty())
                    .as(operation)
                    .isTrue();
        }
    }

    private static Rule without(Rule rule, String state, String status) {
        var states = new LinkedHashMap<String, JsonNode>(rule.states());
        ObjectNode shorter = states.get(state).deepCopy();
        shorter.remove(status);
        states.put(state, shorter);
        return new Rule(rule.operation(), rule.may(), rule.scope(), rule.with(), states);
    }

    private Map<String, String> expected(Rule rule, String state) {
        var expected = new LinkedHashMap<String, String>();
        for (String caller : CALLERS) {
            try {
                expected.put(caller, "" + policy.expected(rule, state, caller));
            } catch (IllegalStateException e) {
                expected.put(caller, e.getMessage());
            }
        }
        return expected;
    }
}
