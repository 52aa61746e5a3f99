package ee.sild.registration.deadline;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ee.sild.opportunity.EventSubject;
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

    RegistrationDeadlines(RegistrationTransitions transitions, ConflictCheck conflicts, Exclusivity exclusivity) {
        this.transitions = transitions;
        this.conflicts = conflicts;
        this.exclusivity = exclusivity;
    }

    /** Executes an automatic approval. If there is a conflict, it goes to manual review. */
    void decideByItself(UUID id) {
        transitions.tick(id, (registration, opportunity, now) -> {
            if (registration.status() != RegistrationStatus.SUBMITTED
                    || !registration.approval().isAutomatic()) {
                return null;
            }
            if (conflicts.isFree(registration) && !exclusivity.isTaken(registration, now)) {
                return exclusivity.grant(registration, opportunity, exclusivity.usualEnd(registration, now), now);
            }
            registration.approval().leaveToPeople();
            return new RegistrationEvent.Referred(EventSubject.of(opportunity), now);
        });
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
        notifyIf(id, RegistrationStatus.APPROVED, RegistrationEvent.Ending::new, DealRegistration::reminded);
    }

    /** Escalates an overdue decision once. */
    void escalate(UUID id) {
        notifyIf(
                id,
                RegistrationStatus.SUBMITTED,
                RegistrationEvent.DecisionOverdue::new,
                (registration, now) -> registration.approval().overdueTold());
    }

    /** Notifies the approvers once that a decision is due soon. */
    void remindOfDecision(UUID id) {
        notifyIf(
                id,
                RegistrationStatus.SUBMITTED,
                RegistrationEvent.DecisionDue::new,
                (registration, now) -> registration.approval().reminded());
    }

    private void notifyIf(
            UUID id,
            RegistrationStatus still,
            BiFunction<EventSubject, Instant, RegistrationEvent> what,
            BiConsumer<DealRegistration, Instant> told) {
        transitions.tick(id, (registration, opportunity, now) -> {
            if (registration.status() != still) {
                return null;
            }
            told.accept(registration, now);
            return what.apply(EventSubject.of(opportunity), now);
        });
    }
}
