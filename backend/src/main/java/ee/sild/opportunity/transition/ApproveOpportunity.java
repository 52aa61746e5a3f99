package ee.sild.opportunity.transition;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.platform.problem.ExpectedVersion;

/**
 * Approves opportunities that partners have created. A partner in the programme may work on what it has found, unless
 * another one has exclusivity for the company; staff override both with a reason.
 */
@ApplicationScoped
class ApproveOpportunity {

    private final MoveOpportunity moveOpportunity;
    private final EligiblePartners eligible;

    ApproveOpportunity(MoveOpportunity moveOpportunity, EligiblePartners eligible) {
        this.moveOpportunity = moveOpportunity;
        this.eligible = eligible;
    }

    OpportunityView approve(UUID id, String overrideReason, ExpectedVersion version) {
        return moveOpportunity.execute(id, version, (opportunity, by, now) -> {
            requireEligible(opportunity, overrideReason, by, now);
            return opportunity.work().approve(by, now);
        });
    }

    private void requireEligible(Opportunity opportunity, String reason, Party by, Instant now) {
        OpportunityAction.APPROVE.require(opportunity.situation(by));
        var check = eligible.check(opportunity.id(), Map.of(opportunity.partnerId(), "/overrideReason"), now);
        eligible.override(opportunity, check.lasting(), reason, now);
    }
}
