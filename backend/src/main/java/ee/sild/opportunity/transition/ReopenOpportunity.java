package ee.sild.opportunity.transition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.platform.problem.ExpectedVersion;

/** Reopens closed opportunities: their partners continue if they are still eligible, or staff give a reason. */
@ApplicationScoped
class ReopenOpportunity {

    /** The request names no partner; the reason is what is missing. */
    private static final String POINTER = "/overrideReason";

    private final MoveOpportunity moveOpportunity;
    private final EligiblePartners eligible;
    private final Collaborators collaborators;

    ReopenOpportunity(MoveOpportunity moveOpportunity, EligiblePartners eligible, Collaborators collaborators) {
        this.moveOpportunity = moveOpportunity;
        this.eligible = eligible;
        this.collaborators = collaborators;
    }

    OpportunityView reopen(UUID id, ReopenOpportunityRequest request, ExpectedVersion version) {
        return moveOpportunity.execute(id, version, (opportunity, by, now) -> {
            requireEligible(opportunity, request.overrideReason(), by, now);
            return opportunity.closing().reopen(request.reason(), by, now);
        });
    }

    private void requireEligible(Opportunity opportunity, String reason, Party by, Instant now) {
        OpportunityAction.REOPEN.require(opportunity.situation(by));
        var check = eligible.check(opportunity.id(), partners(opportunity), now);
        eligible.override(opportunity, check, reason, now);
    }

    private Map<UUID, String> partners(Opportunity opportunity) {
        var partners = new HashMap<UUID, String>();
        if (opportunity.collaborationId() != null) {
            collaborators.all(opportunity.id()).forEach(one -> partners.put(one.partnerId(), POINTER));
        } else if (opportunity.partnerId() != null) {
            partners.put(opportunity.partnerId(), POINTER);
        }
        return partners;
    }
}
