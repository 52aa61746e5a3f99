package ee.sild.registration.submission;

import java.time.Instant;
import java.util.function.Consumer;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.RowSecurity;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationScope;
import ee.sild.registration.RegistrationStatus;
import ee.sild.registration.RegistrationStatus.Transition;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;
import ee.sild.registration.scope.ScopeChanges;

/** Keeps registrations up to date with their opportunities. */
@ApplicationScoped
class RegistrationUpdates {

    private final DealRegistrations registrations;
    private final Approvals approvals;
    private final Opportunities opportunities;
    private final ScopeChanges scopeChanges;
    private final RowSecurity rows;
    private final Event<RegistrationEvent> events;

    RegistrationUpdates(
            DealRegistrations registrations,
            Approvals approvals,
            Opportunities opportunities,
            ScopeChanges scopeChanges,
            RowSecurity rows,
            Event<RegistrationEvent> events) {
        this.registrations = registrations;
        this.approvals = approvals;
        this.opportunities = opportunities;
        this.scopeChanges = scopeChanges;
        this.rows = rows;
        this.events = events;
    }

    /**
     * Ends exclusivity with the work on the opportunity, changes the approvers if a new value requires it, and asks for
     * approval of a material change of what was approved, in the same transaction.
     */
    void onOpportunityEvent(@Observes @Priority(ObserverOrder.REGISTRATION) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Edited edited
            when edited.touches("customer") ->
                onRegistrationOf(event, _ -> {
                    throw new RuleViolation("opportunity.registered");
                });
            case OpportunityEvent.Edited edited -> onRegistrationOf(event, one -> follow(one, edited));
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
        onRegistrationOf(event, one -> one.end(transition, reason, event.at()));
    }

    /** While several partners work on an opportunity, one of them may change the registration of another. */
    private void onRegistrationOf(OpportunityEvent event, Consumer<DealRegistration> action) {
        if (event.on().collaborationId() == null) {
            registrations.open(event.on().opportunityId()).ifPresent(action);
            return;
        }
        rows.asSystem(() -> {
            registrations.open(event.on().opportunityId()).ifPresent(action);
            registrations.flush();
            return null;
        });
    }

    private void follow(DealRegistration registration, OpportunityEvent.Edited edited) {
        var opportunity = opportunities.findById(registration.opportunityId());
        if (registration.status() == RegistrationStatus.APPROVED) {
            scopeChanges.follow(registration, opportunity, edited);
            return;
        }
        registration.askFor(RegistrationScope.of(opportunity));
        if (registration.status() == RegistrationStatus.SUBMITTED) {
            reroute(registration, opportunity, edited.at());
        }
    }

    private void reroute(DealRegistration registration, Opportunity opportunity, Instant now) {
        if (registration.approval().replan(approvals.on(Deal.of(opportunity, registration.productLines()), now))) {
            registrations.flush();
            events.fire(new RegistrationEvent.Rerouted(EventSubject.of(opportunity), now));
        }
    }
}
