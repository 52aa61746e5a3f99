package ee.sild.registration.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.OpportunityEvent.Kind;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationAction;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.conflict.Exclusivity;

/** The decisions of the vendor's users on registrations. */
@ApplicationScoped
public class RegistrationReview {

    private final DealRegistrations registrations;
    private final RegistrationTransitions transitions;
    private final Exclusivity exclusivity;
    private final CurrentUser user;

    RegistrationReview(
            DealRegistrations registrations,
            RegistrationTransitions transitions,
            Exclusivity exclusivity,
            CurrentUser user) {
        this.registrations = registrations;
        this.transitions = transitions;
        this.exclusivity = exclusivity;
        this.user = user;
    }

    public DealRegistration approve(UUID id, Instant until) {
        return transitions.execute(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.APPROVE);
            requireTurn(registration);
            exclusivity.requireFree(registration, now);
            if (!registration.approval().isAtLastStep()) {
                if (until != null) {
                    throw new Invalid("/exclusiveUntil", "last-step");
                }
                registration.approval().agree(user.id(), now);
                return Kind.REGISTRATION_STEP_APPROVED;
            }
            var end = until == null ? exclusivity.usualEnd(registration, now) : until;
            requireFuture(end, now);
            return exclusivity.grant(registration, opportunity, end, now);
        });
    }

    public DealRegistration reject(UUID id, RejectRegistrationRequest request) {
        return transitions.execute(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.REJECT);
            requireTurn(registration);
            registration.reject(request.reasonCode(), request.reason(), user.id(), now);
            return Kind.REGISTRATION_REJECTED;
        });
    }

    public DealRegistration requestInformation(UUID id, RequestInformationRequest request) {
        return transitions.execute(id, (registration, opportunity, now) -> {
            registration.require(RegistrationAction.REQUEST_INFORMATION);
            requireTurn(registration);
            registration.requestInformation(request.fields(), request.reason(), user.id(), now);
            return Kind.REGISTRATION_RETURNED;
        });
    }

    public DealRegistration revoke(UUID id, String why) {
        return transitions.execute(id, (registration, opportunity, now) -> {
            registration.revoke(why, user.id(), now);
            return Kind.REGISTRATION_REVOKED;
        });
    }

    public DealRegistration decideExtension(UUID id, DecideRegistrationExtensionRequest request) {
        request.check();
        return transitions.execute(id, (registration, opportunity, now) -> {
            var end = request.granted()
                    ? request.exclusiveUntil() == null ? registration.extensionUntil() : request.exclusiveUntil()
                    : null;
            registration.decideExtension(end, end == null ? null : exclusivity.remindAt(end), request.reason());
            return request.granted() ? Kind.REGISTRATION_EXTENDED : Kind.REGISTRATION_EXTENSION_REFUSED;
        });
    }

    public DealRegistration postpone(UUID id, Instant until) {
        return transitions.execute(id, (registration, opportunity, now) -> {
            requireFuture(until, now);
            registration.require(RegistrationAction.POSTPONE);
            if (!opportunity.isRegistrable()
                    || registrations.open(opportunity.id()).isPresent()) {
                throw new RuleViolation("deal-registration.opportunity");
            }
            exclusivity.requireFree(registration, now);
            registration.postpone(until, exclusivity.remindAt(until), user.id(), now);
            return Kind.REGISTRATION_EXTENDED;
        });
    }

    /** Throws if users decide on their own request, or out of turn. */
    private void requireTurn(DealRegistration registration) {
        if (user.id().equals(registration.submittedBy())) {
            throw new NotAllowed("deal-registration.own");
        }
        registration.approval().requireTurn(user);
    }

    private static void requireFuture(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw new Invalid("/exclusiveUntil", "past");
        }
    }
}
