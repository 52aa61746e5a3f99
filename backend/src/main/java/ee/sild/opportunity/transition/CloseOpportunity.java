package ee.sild.opportunity.transition;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.view.OpportunityView;
import ee.sild.platform.VendorDays;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Violations;

/** Closes opportunities as won or lost. */
@ApplicationScoped
class CloseOpportunity {

    private final MoveOpportunity moveOpportunity;
    private final Clock clock;

    CloseOpportunity(MoveOpportunity moveOpportunity, Clock clock) {
        this.moveOpportunity = moveOpportunity;
        this.clock = clock;
    }

    OpportunityView close(UUID id, CloseOpportunityRequest request, ExpectedVersion version) {
        var today = VendorDays.of(clock.instant());
        var on = request.closedOn() == null ? today : request.closedOn();
        // In time zones ahead of the vendor's it may already be tomorrow.
        new Violations()
                .addIf(on.isAfter(today.plusDays(1)), "/closedOn", "future")
                .addIf(request.outcome() == Outcome.WON && request.actualValue() == null, "/actualValue", "required")
                .addIf(request.outcome() == Outcome.LOST && request.reasonCode() == null, "/reasonCode", "required")
                .throwIfAny();
        return moveOpportunity.execute(
                id,
                version,
                (opportunity, by, now) -> request.outcome() == Outcome.WON
                        ? opportunity.closing().win(request.actualValue(), on, by, now)
                        : opportunity.closing().lose(request.reasonCode(), request.reason(), on, by, now));
    }
}
