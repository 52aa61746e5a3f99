package ee.sild.registration.submission;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.opportunity.EventSubject;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.approval.Approvals;
import ee.sild.registration.approval.Deal;
import ee.sild.registration.conflict.ConflictCheck;

/** Resubmits and withdraws a partner's registrations. */
@ApplicationScoped
class RegistrationSubmission {

    private final RegistrationTransitions transitions;
    private final ConflictCheck conflicts;
    private final Approvals approvals;
    private final CurrentUser user;

    RegistrationSubmission(
            RegistrationTransitions transitions, ConflictCheck conflicts, Approvals approvals, CurrentUser user) {
        this.transitions = transitions;
        this.conflicts = conflicts;
        this.approvals = approvals;
        this.user = user;
    }

    DealRegistration resubmit(UUID id, String comment, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            RegisterDeal.requireRegistrable(opportunity);
            registration.resubmit(
                    comment, approvals.begin(Deal.of(opportunity, registration.productLines()), now), user, now);
            conflicts.requireUnprotected(opportunity, List.copyOf(registration.productLines()));
            return new RegistrationEvent.Submitted(EventSubject.of(opportunity), comment, now);
        });
    }

    DealRegistration withdraw(UUID id, ExpectedVersion version) {
        return transitions.execute(id, version, (registration, opportunity, now) -> {
            registration.withdraw(user);
            return new RegistrationEvent.Withdrawn(EventSubject.of(opportunity), now);
        });
    }
}
