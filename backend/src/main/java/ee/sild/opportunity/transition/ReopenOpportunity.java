package ee.sild.opportunity.transition;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.Party;
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
    private final Opportunities opportunities;

    ReopenOpportunity(MoveOpportunity moveOpportunity, EligiblePartners eligible, Opportunities opportunities) {
        this.moveOpportunity = moveOpportunity;
        this.eligible = eligible;
        this.opportunities = opportunities;
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
        opportunities.partnersOf(opportunity).forEach(partner -> partners.put(partner, POINTER));
        return partners;
    }
}
