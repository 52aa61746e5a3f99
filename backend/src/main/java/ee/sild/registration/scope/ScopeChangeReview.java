package ee.sild.registration.scope;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.EventSubject;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationAction;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.conflict.Exclusivity;
import ee.sild.registration.review.RejectRegistrationRequest;

/** The decisions on a pending change of what was approved: of its approvers, and of the partner to withdraw it. */
@ApplicationScoped
class ScopeChangeReview {

    private final RegistrationTransitions transitions;
    private final Exclusivity exclusivity;
    private final CurrentUser user;

    ScopeChangeReview(RegistrationTransitions transitions, Exclusivity exclusivity, CurrentUser user) {
        this.transitions = transitions;
        this.exclusivity = exclusivity;
        this.user = user;
    }

    DealRegistration approve(UUID id, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.APPROVE_CHANGE, user);
            exclusivity.requireFree(registration, registration.requestedLines(), now);
            if (!registration.approval().isAtLastStep()) {
                registration.approval().agree(user.id(), now);
                return new RegistrationEvent.StepApproved(EventSubject.of(opportunity), now);
            }
            registration.approveChange(user, now);
            return new RegistrationEvent.ChangeApproved(EventSubject.of(opportunity), now);
        });
    }

    DealRegistration reject(UUID id, RejectRegistrationRequest request, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.rejectChange(request.reasonCode(), request.reason(), user, now);
            return new RegistrationEvent.ChangeRejected(
                    EventSubject.of(opportunity), request.reasonCode().name(), request.reason(), now);
        });
    }

    DealRegistration withdraw(UUID id, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.withdrawChange(user);
            return new RegistrationEvent.ChangeWithdrawn(EventSubject.of(opportunity), now);
        });
    }
}
