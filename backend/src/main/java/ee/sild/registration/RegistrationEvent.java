package ee.sild.registration;

import java.time.Instant;
import java.util.UUID;

import ee.sild.opportunity.Opportunity;

/** Something that happened to a registration. Other features observe these events; this feature calls none of them. */
public sealed interface RegistrationEvent {

    /** The opportunity that it happened on. */
    Subject on();

    Instant at();

    /** The code of the reason; null for most kinds. */
    default String reasonCode() {
        return null;
    }

    /** What was written with it; null for most kinds. */
    default String reason() {
        return null;
    }

    /**
     * The opportunity of a registration, and who works on it.
     *
     * @param partnerId the only partner that works on it; null for a collaboration
     * @param collaborationId the collaboration that works on it; null for one partner
     */
    record Subject(UUID opportunityId, UUID partnerId, UUID collaborationId) {

        public static Subject of(Opportunity opportunity) {
            return new Subject(
                    opportunity.id(),
                    opportunity.collaborationId() == null ? opportunity.partnerId() : null,
                    opportunity.collaborationId());
        }
    }

    /** The partner has asked for exclusivity. */
    record Submitted(Subject on, String reason, Instant at) implements RegistrationEvent {}

    /** A conflict prevents an automatic approval, so users decide. */
    record Referred(Subject on, Instant at) implements RegistrationEvent {}

    /** Another approval rule applies to the changed opportunity, with other approvers. */
    record Rerouted(Subject on, Instant at) implements RegistrationEvent {}

    /** One approver has approved it, and another one is next. */
    record StepApproved(Subject on, Instant at) implements RegistrationEvent {}

    /** The decision is due soon. */
    record DecisionDue(Subject on, Instant at) implements RegistrationEvent {}

    /** The decision is overdue. */
    record DecisionOverdue(Subject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity begins. */
    record Approved(Subject on, Instant at) implements RegistrationEvent {}

    record Rejected(Subject on, String reasonCode, String reason, Instant at) implements RegistrationEvent {}

    /** The vendor has asked for more information. */
    record Returned(Subject on, String reason, Instant at) implements RegistrationEvent {}

    /** The partner has withdrawn its request. */
    record Withdrawn(Subject on, Instant at) implements RegistrationEvent {}

    /** The vendor has ended exclusivity early. */
    record Revoked(Subject on, String reason, Instant at) implements RegistrationEvent {}

    /** Exclusivity ends soon. */
    record Ending(Subject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity has ended. */
    record Expired(Subject on, Instant at) implements RegistrationEvent {}

    record ExtensionRequested(Subject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity lasts longer. */
    record Extended(Subject on, String reason, Instant at) implements RegistrationEvent {}

    record ExtensionRefused(Subject on, String reason, Instant at) implements RegistrationEvent {}
}
