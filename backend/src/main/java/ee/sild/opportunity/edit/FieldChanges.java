package ee.sild.opportunity.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.EventDetails.FieldChange;

/** Finds the fields that differ between two versions of an opportunity. */
@ApplicationScoped
class FieldChanges {

    /** A changed phase is an event of its own. */
    private static final Set<String> OWN_EVENT = Set.of("pipeline.phase", "pipeline.phaseReason");

    private final ObjectMapper json;

    FieldChanges(ObjectMapper json) {
        this.json = json;
    }

    List<FieldChange> between(EditOpportunityRequest before, EditOpportunityRequest after) {
        var changes = new ArrayList<FieldChange>();
        compare("", json.valueToTree(before), json.valueToTree(after), changes);
        return changes;
    }

    /** Adds the changed fields by their path, such as {@code value.estimated}. */
    private static void compare(String path, JsonNode before, JsonNode after, List<FieldChange> changes) {
        after.properties().forEach(field -> {
            String name = path + field.getKey();
            JsonNode old = before.path(field.getKey());
            JsonNode next = field.getValue();
            if (next.isObject() && !isMoney(next)) {
                compare(name + ".", old, next, changes);
            } else if (!OWN_EVENT.contains(name) && !same(old, next)) {
                changes.add(new FieldChange(name, text(old), text(next)));
            }
        });
    }

    private static boolean isMoney(JsonNode node) {
        return node.has("amount");
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.equals(
                        (left, right) -> left.isNumber() && right.isNumber()
                                ? left.decimalValue().compareTo(right.decimalValue())
                                : left.equals(right) ? 0 : 1,
                        other)
                || (one.isArray() && other.isArray() && Objects.equals(sorted(one), sorted(other)));
    }

    private static List<String> sorted(JsonNode array) {
        return array.valueStream().map(JsonNode::toString).sorted().toList();
    }

    private static String text(JsonNode node) {
        return node.isNull()
                ? null
                : isMoney(node)
                        ? node.get("amount").decimalValue().toPlainString() + " "
                                + node.get("currency").asText()
                        : node.isValueNode() ? node.asText() : node.toString();
    }
}
