package ee.sild.registration.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.EventSubject;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationAction;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.conflict.Exclusivity;

/** The decisions of the vendor's users on registrations. */
@ApplicationScoped
public class RegistrationReview {

    private final RegistrationTransitions transitions;
    private final Exclusivity exclusivity;
    private final CurrentUser user;

    RegistrationReview(RegistrationTransitions transitions, Exclusivity exclusivity, CurrentUser user) {
        this.transitions = transitions;
        this.exclusivity = exclusivity;
        this.user = user;
    }

    public DealRegistration approve(UUID id, Instant until, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.APPROVE, user);
            exclusivity.requireFree(registration, now);
            if (!registration.approval().isAtLastStep()) {
                if (until != null) {
                    throw new Invalid("/exclusiveUntil", "last-step");
                }
                registration.approval().agree(user.id(), now);
                return new RegistrationEvent.StepApproved(EventSubject.of(opportunity), now);
            }
            var end = until == null ? exclusivity.usualEnd(registration, now) : until;
            Exclusivity.requireFuture(end, now);
            return exclusivity.grant(registration, opportunity, end, now);
        });
    }

    public DealRegistration reject(UUID id, RejectRegistrationRequest request, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.reject(request.reasonCode(), request.reason(), user, now);
            return new RegistrationEvent.Rejected(
                    EventSubject.of(opportunity), request.reasonCode().name(), request.reason(), now);
        });
    }

    public DealRegistration requestInformation(UUID id, RequestInformationRequest request, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.requestInformation(request.fields(), request.reason(), user, now);
            return new RegistrationEvent.Returned(EventSubject.of(opportunity), request.reason(), now);
        });
    }

    public DealRegistration revoke(UUID id, String why, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.revoke(why, user, now);
            return new RegistrationEvent.Revoked(EventSubject.of(opportunity), why, now);
        });
    }
}
