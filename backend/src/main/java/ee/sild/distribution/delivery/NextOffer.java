package ee.sild.distribution.delivery;

import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingRuns;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.security.RowSecurity;

/**
 * Continues an automatic distribution: finds the first partner of a new opportunity, and the next one after a decline,
 * an expiry or a return.
 */
@ApplicationScoped
class NextOffer {

    private final DistributionMethods methods;
    private final DistributionPlanner planner;
    private final MatchingRuns runs;
    private final Opportunities opportunities;
    private final RowSecurity rows;
    private final Event<OpportunityEvent> events;

    NextOffer(
            DistributionMethods methods,
            DistributionPlanner planner,
            MatchingRuns runs,
            Opportunities opportunities,
            RowSecurity rows,
            Event<OpportunityEvent> events) {
        this.methods = methods;
        this.planner = planner;
        this.runs = runs;
        this.opportunities = opportunities;
        this.rows = rows;
        this.events = events;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.NEXT_OFFER) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Created _,
                    OpportunityEvent.Declined _,
                    OpportunityEvent.Expired _,
                    OpportunityEvent.Returned _ -> {
                var opportunity = opportunities.findById(event.on().opportunityId());
                if (opportunity.plan().method() != null
                        && opportunity.partnerId() == null
                        && opportunity.collaborationId() == null) {
                    continuePlan(opportunity, event.at());
                }
            }
            default -> {
                // needs no next partner
            }
        }
    }

    /** Runs as the system: the partner that declined it must not see the next one. */
    private void continuePlan(Opportunity opportunity, Instant now) {
        rows.asSystem(() -> {
            opportunities.flush();
            var method = DistributionMethod.valueOf(opportunity.plan().method());
            var weights = runs.weights(opportunity.plan().weights());
            boolean offered = methods.resolve(opportunity.id(), method, weights, now)
                    .map(resolved -> planner.execute(
                            opportunity, resolved, method, null, DistributionCommand.OF_THE_SYSTEM, now))
                    .orElse(false);
            if (!offered) {
                events.fire(opportunity.offering().exhaust(now));
            }
            opportunities.flush();
            return offered;
        });
    }
}
