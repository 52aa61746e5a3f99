package ee.sild.registration.submission;

import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationStatus;
import ee.sild.registration.RegistrationStatus.Transition;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;

/** Keeps registrations up to date with their opportunities. */
@ApplicationScoped
class RegistrationUpdates {

    private final DealRegistrations registrations;
    private final Approvals approvals;
    private final Opportunities opportunities;
    private final Event<RegistrationEvent> events;

    RegistrationUpdates(
            DealRegistrations registrations,
            Approvals approvals,
            Opportunities opportunities,
            Event<RegistrationEvent> events) {
        this.registrations = registrations;
        this.approvals = approvals;
        this.opportunities = opportunities;
        this.events = events;
    }

    /**
     * Ends exclusivity with the work on the opportunity, and changes the approvers if a new value requires it, in the
     * same transaction.
     */
    void onOpportunityEvent(@Observes @Priority(ObserverOrder.REGISTRATION) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Edited _ ->
                registrations
                        .open(event.on().opportunityId())
                        .filter(one -> one.status() == RegistrationStatus.SUBMITTED)
                        .ifPresent(one -> reroute(one, event.at()));
            case OpportunityEvent.Won _ -> end(event, Transition.CLOSE, "WON");
            case OpportunityEvent.Lost _ -> end(event, Transition.CLOSE, "LOST");
            case OpportunityEvent.Canceled _ -> end(event, Transition.CLOSE, "CANCELED");
            case OpportunityEvent.Rejected _ -> end(event, Transition.CLOSE, "REJECTED");
            case OpportunityEvent.Returned _ -> end(event, Transition.REVOKE, "RETURNED");
            case OpportunityEvent.TakenBack _ -> end(event, Transition.REVOKE, "TAKEN_BACK");
            default -> {
                // changes no registration
            }
        }
    }

    private void end(OpportunityEvent event, Transition transition, String reason) {
        registrations.open(event.on().opportunityId()).ifPresent(one -> one.end(transition, reason, event.at()));
    }

    private void reroute(DealRegistration registration, Instant now) {
        var opportunity = opportunities.findById(registration.opportunityId());
        if (registration.approval().replan(approvals.on(Deal.of(opportunity, registration.productLines()), now))) {
            registrations.flush();
            events.fire(new RegistrationEvent.Rerouted(EventSubject.of(opportunity), now));
        }
    }
}
