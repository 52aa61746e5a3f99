package ee.sild.registration.deadline;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunity;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistration;
import ee.sild.registration.RegistrationEvent;
import ee.sild.registration.RegistrationStatus;
import ee.sild.registration.RegistrationTransitions;
import ee.sild.registration.conflict.ConflictCheck;
import ee.sild.registration.conflict.Exclusivity;

/** Applies the deadlines of a registration. A decision made at the last moment has already won. */
@ApplicationScoped
@Transactional
class RegistrationDeadlines {

    private final RegistrationTransitions transitions;
    private final ConflictCheck conflicts;
    private final Exclusivity exclusivity;
    private final CurrentUser user;

    RegistrationDeadlines(
            RegistrationTransitions transitions, ConflictCheck conflicts, Exclusivity exclusivity, CurrentUser user) {
        this.transitions = transitions;
        this.conflicts = conflicts;
        this.exclusivity = exclusivity;
        this.user = user;
    }

    /** Executes an automatic approval. If there is a conflict, it goes to manual review. */
    void decideByItself(UUID id) {
        transitions.tick(id, (registration, opportunity, now) -> {
            if (!registration.isAwaitingDecision() || !registration.approval().isAutomatic()) {
                return null;
            }
            var lines = registration.isChangePending() ? registration.requestedLines() : registration.productLines();
            if (conflicts.isFree(registration) && !exclusivity.isTaken(registration, lines, now)) {
                return approve(registration, opportunity, now);
            }
            registration.approval().leaveToPeople();
            return new RegistrationEvent.Referred(EventSubject.of(opportunity), now);
        });
    }

    private RegistrationEvent approve(DealRegistration registration, Opportunity opportunity, Instant now) {
        if (registration.isChangePending()) {
            registration.approveChange(user, now);
            return new RegistrationEvent.ChangeApproved(EventSubject.of(opportunity), now);
        }
        return exclusivity.grant(registration, opportunity, exclusivity.usualEnd(registration, now), now);
    }

    void expire(UUID id) {
        transitions.tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.APPROVED
                    || registration.exclusivity().until().isAfter(now)) {
                return null;
            }
            registration.expire();
            return new RegistrationEvent.Expired(EventSubject.of(opportunity), now);
        });
    }

    /** Notifies the partner once that its exclusivity ends soon. */
    void remind(UUID id) {
        notifyIf(
                id,
                registration -> registration.status() == RegistrationStatus.APPROVED,
                RegistrationEvent.Ending::new,
                DealRegistration::reminded);
    }

    /** Escalates an overdue decision once. */
    void escalate(UUID id) {
        notifyIf(
                id,
                DealRegistration::isAwaitingDecision,
                RegistrationEvent.DecisionOverdue::new,
                (registration, now) -> registration.approval().overdueTold());
    }

    /** Notifies the approvers once that a decision is due soon. */
    void remindOfDecision(UUID id) {
        notifyIf(
                id,
                DealRegistration::isAwaitingDecision,
                RegistrationEvent.DecisionDue::new,
                (registration, now) -> registration.approval().reminded());
    }

    private void notifyIf(
            UUID id,
            Predicate<DealRegistration> still,
            BiFunction<EventSubject, Instant, RegistrationEvent> what,
            BiConsumer<DealRegistration, Instant> told) {
        transitions.tick(id, (registration, opportunity, now) -> {
            if (!still.test(registration)) {
                return null;
            }
            told.accept(registration, now);
            return what.apply(EventSubject.of(opportunity), now);
        });
    }
}
