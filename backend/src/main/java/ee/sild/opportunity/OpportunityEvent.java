package ee.sild.opportunity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import ee.sild.opportunity.EventDetails.FieldChange;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;

import static ee.sild.opportunity.EventDetails.NONE;

/** Something that happened to an opportunity. Other features observe these events; this feature calls none of them. */
public sealed interface OpportunityEvent {

    /** The opportunity that it happened to. */
    EventSubject on();

    Instant at();

    /** Whether only the vendor sees it on the timeline. */
    default boolean isStaffOnly() {
        return this instanceof EligibilityOverridden;
    }

    /** The reason, and the values before and after. */
    default EventDetails details() {
        return switch (this) {
            case Edited event -> EventDetails.edited(event.changes());
            case Rejected event -> NONE.because(null, event.reason());
            case Delivered event -> EventDetails.with(event.partner());
            case Accepted event -> EventDetails.with(event.partner());
            case Revealed event -> EventDetails.with(event.partner()).changing(event.fields());
            case EligibilityOverridden event ->
                EventDetails.with(event.partner()).because(null, event.reason()).overriding(event.rules());
            case Declined event -> NONE.because(event.reasonCode(), event.reason());
            case PhaseChanged event ->
                EventDetails.moved(event.from(), event.to()).because(null, event.reason());
            case Assigned event -> EventDetails.with(event.assignee());
            case Extended event ->
                EventDetails.postponed(event.from(), event.to()).because(null, event.reason());
            case ExtensionRequested event ->
                EventDetails.postponed(event.from(), event.to()).because(null, event.reason());
            case ExtensionRefused event ->
                EventDetails.postponed(event.from(), event.to()).because(null, event.reason());
            case Held event -> NONE.because(null, event.reason());
            case CollaboratorAdded event -> EventDetails.with(event.partner());
            case CollaboratorRemoved event -> EventDetails.with(event.partner());
            case CollaboratorLeft event ->
                EventDetails.with(event.partner()).because(event.reasonCode(), event.reason());
            case LeadNamed event -> EventDetails.with(event.partner());
            case Alerted event -> NONE.because(event.alert().name(), null);
            case Returned event -> NONE.because(event.reasonCode(), event.reason());
            case Canceled event -> NONE.because(null, event.reason());
            case TakenBack event -> NONE.because(event.reasonCode(), event.reason());
            case Won event -> NONE.worth(event.value(), event.closedOn());
            case Lost event -> NONE.because(event.reasonCode(), event.reason()).worth(null, event.closedOn());
            case Reopened event -> EventDetails.moved(event.from(), event.to()).because(null, event.reason());
            default -> NONE;
        };
    }

    /** A user or an integration has created it. */
    record Created(EventSubject on, Instant at) implements OpportunityEvent {}

    /**
     * Users have edited its fields.
     *
     * @param linesBefore its product lines before the edit
     */
    record Edited(EventSubject on, List<FieldChange> changes, Set<UUID> linesBefore, Instant at)
            implements OpportunityEvent {

        /** Whether a field, or one in a group of fields, has changed. */
        public boolean touches(String path) {
            return changes.stream().anyMatch(change -> change.field().startsWith(path));
        }
    }

    /** Staff have approved what a partner created. */
    record Approved(EventSubject on, Instant at) implements OpportunityEvent {}

    /** Staff have rejected what a partner created. */
    record Rejected(EventSubject on, String reason, Instant at) implements OpportunityEvent {}

    /** It is open to all eligible partners. */
    record Pooled(EventSubject on, Instant at) implements OpportunityEvent {}

    /** A partner has claimed it from the pool. */
    record Claimed(EventSubject on, Instant at) implements OpportunityEvent {}

    /** It is offered to a partner. */
    record Delivered(EventSubject on, Ref partner, Instant at) implements OpportunityEvent {}

    /** Staff give it to a partner that some rules exclude. */
    record EligibilityOverridden(EventSubject on, Ref partner, List<MatchingRule> rules, String reason, Instant at)
            implements OpportunityEvent {}

    /** The partner's answer is due soon. */
    record Reminded(EventSubject on, Instant at) implements OpportunityEvent {}

    /**
     * The partner works on it.
     *
     * @param partner the partner that joined a collaboration; null outside of one
     */
    record Accepted(EventSubject on, Ref partner, Instant at) implements OpportunityEvent {}

    /** The partner now sees what was masked before. */
    record Revealed(EventSubject on, Ref partner, List<FieldChange> fields, Instant at) implements OpportunityEvent {}

    record Declined(EventSubject on, String reasonCode, String reason, Instant at) implements OpportunityEvent {}

    /** The partner did not answer in time. */
    record Expired(EventSubject on, Instant at) implements OpportunityEvent {}

    /** Staff have withdrawn the offer. */
    record Recalled(EventSubject on, Instant at) implements OpportunityEvent {}

    /** No partner is left to offer it to. */
    record NoPartnerLeft(EventSubject on, Instant at) implements OpportunityEvent {}

    record PhaseChanged(EventSubject on, Phase from, Phase to, String reason, Instant at) implements OpportunityEvent {}

    record Assigned(EventSubject on, Ref assignee, Instant at) implements OpportunityEvent {}

    /** The due date is later. */
    record Extended(EventSubject on, LocalDate from, LocalDate to, String reason, Instant at)
            implements OpportunityEvent {}

    record ExtensionRequested(EventSubject on, LocalDate from, LocalDate to, String reason, Instant at)
            implements OpportunityEvent {}

    record ExtensionRefused(EventSubject on, LocalDate from, LocalDate to, String reason, Instant at)
            implements OpportunityEvent {}

    record Held(EventSubject on, String reason, Instant at) implements OpportunityEvent {}

    record Resumed(EventSubject on, Instant at) implements OpportunityEvent {}

    record CollaboratorAdded(EventSubject on, Ref partner, Instant at) implements OpportunityEvent {}

    record CollaboratorRemoved(EventSubject on, Ref partner, Instant at) implements OpportunityEvent {}

    /** One of several partners has returned it. */
    record CollaboratorLeft(EventSubject on, Ref partner, String reasonCode, String reason, Instant at)
            implements OpportunityEvent {}

    /**
     * Staff have named the lead partner, or none; or a partner leads because it is the only one left.
     *
     * @param partner the partner that leads the collaboration; null if none does any more
     */
    record LeadNamed(EventSubject on, Ref partner, Instant at) implements OpportunityEvent {}

    /** Nobody has worked on it for too long. */
    record Alerted(EventSubject on, Alert alert, Instant at) implements OpportunityEvent {}

    /** The partner has returned it. */
    record Returned(EventSubject on, String reasonCode, String reason, Instant at) implements OpportunityEvent {}

    record Canceled(EventSubject on, String reason, Instant at) implements OpportunityEvent {}

    /** The vendor has taken it back from its partner. */
    record TakenBack(EventSubject on, String reasonCode, String reason, Instant at) implements OpportunityEvent {}

    record Won(EventSubject on, Money value, LocalDate closedOn, Instant at) implements OpportunityEvent {}

    record Lost(EventSubject on, String reasonCode, String reason, LocalDate closedOn, Instant at)
            implements OpportunityEvent {}

    record Reopened(EventSubject on, OpportunityStatus from, OpportunityStatus to, String reason, Instant at)
            implements OpportunityEvent {}
}
