package ee.sild.registration;

import java.time.Instant;

import ee.sild.opportunity.EventSubject;

/** Something that happened to a registration. Other features observe these events; this feature calls none of them. */
public sealed interface RegistrationEvent {

    /** The opportunity that it happened on. */
    EventSubject on();

    Instant at();

    /** The code of the reason; null for most kinds. */
    default String reasonCode() {
        return null;
    }

    /** What was written with it; null for most kinds. */
    default String reason() {
        return null;
    }

    /** The partner has asked for exclusivity. */
    record Submitted(EventSubject on, String reason, Instant at) implements RegistrationEvent {}

    /** A conflict prevents an automatic approval, so users decide. */
    record Referred(EventSubject on, Instant at) implements RegistrationEvent {}

    /** Another approval rule applies to the changed opportunity, with other approvers. */
    record Rerouted(EventSubject on, Instant at) implements RegistrationEvent {}

    /** One approver has approved it, and another one is next. */
    record StepApproved(EventSubject on, Instant at) implements RegistrationEvent {}

    /** The decision is due soon. */
    record DecisionDue(EventSubject on, Instant at) implements RegistrationEvent {}

    /** The decision is overdue. */
    record DecisionOverdue(EventSubject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity begins. */
    record Approved(EventSubject on, Instant at) implements RegistrationEvent {}

    record Rejected(EventSubject on, String reasonCode, String reason, Instant at) implements RegistrationEvent {}

    /** The vendor has asked for more information. */
    record Returned(EventSubject on, String reason, Instant at) implements RegistrationEvent {}

    /** The partner has withdrawn its request. */
    record Withdrawn(EventSubject on, Instant at) implements RegistrationEvent {}

    /** A material change of what was approved waits for approval. */
    record ChangeRequested(EventSubject on, Instant at) implements RegistrationEvent {}

    /** The changed scope is approved. */
    record ChangeApproved(EventSubject on, Instant at) implements RegistrationEvent {}

    /** The changed scope is rejected. The approved one still holds. */
    record ChangeRejected(EventSubject on, String reasonCode, String reason, Instant at) implements RegistrationEvent {}

    /** The change is withdrawn, or undone in the opportunity. */
    record ChangeWithdrawn(EventSubject on, Instant at) implements RegistrationEvent {}

    /** The vendor has ended exclusivity early. */
    record Revoked(EventSubject on, String reason, Instant at) implements RegistrationEvent {}

    /** The vendor has given another opportunity at the company to another partner, in spite of exclusivity. */
    record Overridden(EventSubject on, String reason, Instant at) implements RegistrationEvent {}

    /** Exclusivity ends soon. */
    record Ending(EventSubject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity has ended. */
    record Expired(EventSubject on, Instant at) implements RegistrationEvent {}

    record ExtensionRequested(EventSubject on, Instant at) implements RegistrationEvent {}

    /** Exclusivity lasts longer. */
    record Extended(EventSubject on, String reason, Instant at) implements RegistrationEvent {}

    record ExtensionRefused(EventSubject on, String reason, Instant at) implements RegistrationEvent {}
}
