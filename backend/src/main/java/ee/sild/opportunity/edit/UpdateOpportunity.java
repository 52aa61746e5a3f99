package ee.sild.opportunity.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.EventDetails.FieldChange;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.platform.Currency;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Updates the fields that users edit in an opportunity, and records each change with its previous value. */
@ApplicationScoped
public class UpdateOpportunity {

    /** A changed phase is an event of its own. */
    private static final Set<String> OWN_EVENT = Set.of("pipeline.phase", "pipeline.phaseReason");

    private final MergePatch patches;
    private final Opportunities opportunities;
    private final OpportunityReferences references;
    private final Event<OpportunityEvent> events;
    private final ObjectMapper json;
    private final Clock clock;

    UpdateOpportunity(
            MergePatch patches,
            Opportunities opportunities,
            OpportunityReferences references,
            Event<OpportunityEvent> events,
            ObjectMapper json,
            Clock clock) {
        this.patches = patches;
        this.opportunities = opportunities;
        this.references = references;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    public void apply(JsonNode patch, Opportunity opportunity, CurrentUser by) {
        Instant now = clock.instant();
        Party party = opportunities.party(opportunity, by);
        var before = EditOpportunityRequest.of(opportunity);
        var requested = patches.apply(patch, inNamedCurrency(patch, before));
        var after = OpportunityCurrency.apply(
                requested,
                opportunity.details().currency(),
                opportunity.details().currency());
        if (party != Party.STAFF
                && !after.vendorTerms(opportunity.source()).equals(before.vendorTerms(opportunity.source()))) {
            throw new NotAllowed("opportunity.vendor-terms");
        }
        var pipeline = after.pipeline();
        if (pipeline.phase() != before.pipeline().phase()) {
            if (pipeline.phase() == null) {
                throw new RuleViolation("opportunity.transition", opportunity.status());
            }
            events.fire(opportunity.work().changePhase(pipeline.phase(), pipeline.phaseReason(), party, now));
        }
        var changes = changes(before, after);
        if (!changes.isEmpty()) {
            OpportunityAction.EDIT.require(opportunity.situation(party));
            var violations = new Violations();
            OpportunityCurrency.check(requested, opportunity.details().currency(), violations);
            references.check(after, opportunity.customerId(), violations);
            violations.throwIfAny();
            references.requireOwnReferences(opportunity, after.origin().externalReferences());
            events.fire(opportunity.edit(after, changes, party, now));
        }
    }

    /**
     * A changed currency also applies to the amounts, which must be valid in it. It is given next to the amounts, or in
     * one of them.
     */
    private static EditOpportunityRequest inNamedCurrency(JsonNode patch, EditOpportunityRequest before) {
        JsonNode value = patch.path("value");
        var beside =
                Stream.of(value.path("currency")).filter(JsonNode::isTextual).map(JsonNode::textValue);
        var inside = value.valueStream()
                .map(amount -> amount.path("currency").textValue())
                .filter(Currency.Check::known);
        return Stream.concat(beside, inside).findFirst().map(before::in).orElse(before);
    }

    private List<FieldChange> changes(EditOpportunityRequest before, EditOpportunityRequest after) {
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
