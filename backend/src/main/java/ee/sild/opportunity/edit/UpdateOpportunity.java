package ee.sild.opportunity.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.JsonNode;

import ee.sild.opportunity.EditOpportunityRequest;
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

    private final MergePatch patches;
    private final Opportunities opportunities;
    private final OpportunityReferences references;
    private final Event<OpportunityEvent> events;
    private final FieldChanges fieldChanges;
    private final Clock clock;

    UpdateOpportunity(
            MergePatch patches,
            Opportunities opportunities,
            OpportunityReferences references,
            Event<OpportunityEvent> events,
            FieldChanges fieldChanges,
            Clock clock) {
        this.patches = patches;
        this.opportunities = opportunities;
        this.references = references;
        this.events = events;
        this.fieldChanges = fieldChanges;
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
        var changes = fieldChanges.between(before, after);
        if (!changes.isEmpty()) {
            OpportunityAction.EDIT.require(opportunity.situation(party));
            var violations = new Violations();
            OpportunityCurrency.check(requested, opportunity.details().currency(), violations);
            references.check(before, after, opportunity.customerId(), violations);
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
}
