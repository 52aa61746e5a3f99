package ee.sild.timeline;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.registration.RegistrationEvent;

/** The kinds of events in a timeline, of every feature. They are stored, and part of the API. */
public enum EventKind {
    CREATED,
    EDITED,
    APPROVED,
    REJECTED,
    POOLED,
    CLAIMED,
    DELIVERED,
    ELIGIBILITY_OVERRIDDEN,
    REMINDED,
    ACCEPTED,
    REVEALED,
    DECLINED,
    EXPIRED,
    RECALLED,
    NO_PARTNER_LEFT,
    PHASE_CHANGED,
    ASSIGNED,
    EXTENDED,
    EXTENSION_REQUESTED,
    EXTENSION_REFUSED,
    HELD,
    RESUMED,
    COLLABORATOR_ADDED,
    COLLABORATOR_REMOVED,
    COLLABORATOR_LEFT,
    LEAD_NAMED,
    ALERTED,
    RETURNED,
    CANCELED,
    TAKEN_BACK,
    WON,
    LOST,
    REOPENED,
    REGISTRATION_SUBMITTED,
    REGISTRATION_REFERRED,
    REGISTRATION_REROUTED,
    REGISTRATION_STEP_APPROVED,
    REGISTRATION_DUE,
    REGISTRATION_APPROVED,
    REGISTRATION_REJECTED,
    REGISTRATION_RETURNED,
    REGISTRATION_WITHDRAWN,
    REGISTRATION_CHANGE_REQUESTED,
    REGISTRATION_CHANGE_APPROVED,
    REGISTRATION_CHANGE_REJECTED,
    REGISTRATION_CHANGE_WITHDRAWN,
    REGISTRATION_REVOKED,
    REGISTRATION_ENDING,
    REGISTRATION_EXPIRED,
    REGISTRATION_EXTENSION_REQUESTED,
    REGISTRATION_EXTENDED,
    REGISTRATION_EXTENSION_REFUSED,
    REGISTRATION_OVERDUE,
    REGISTRATION_OVERRIDDEN;

    static EventKind of(OpportunityEvent event) {
        return switch (event) {
            case OpportunityEvent.Created _ -> CREATED;
            case OpportunityEvent.Edited _ -> EDITED;
            case OpportunityEvent.Approved _ -> APPROVED;
            case OpportunityEvent.Rejected _ -> REJECTED;
            case OpportunityEvent.Pooled _ -> POOLED;
            case OpportunityEvent.Claimed _ -> CLAIMED;
            case OpportunityEvent.Delivered _ -> DELIVERED;
            case OpportunityEvent.EligibilityOverridden _ -> ELIGIBILITY_OVERRIDDEN;
            case OpportunityEvent.Reminded _ -> REMINDED;
            case OpportunityEvent.Accepted _ -> ACCEPTED;
            case OpportunityEvent.Revealed _ -> REVEALED;
            case OpportunityEvent.Declined _ -> DECLINED;
            case OpportunityEvent.Expired _ -> EXPIRED;
            case OpportunityEvent.Recalled _ -> RECALLED;
            case OpportunityEvent.NoPartnerLeft _ -> NO_PARTNER_LEFT;
            case OpportunityEvent.PhaseChanged _ -> PHASE_CHANGED;
            case OpportunityEvent.Assigned _ -> ASSIGNED;
            case OpportunityEvent.Extended _ -> EXTENDED;
            case OpportunityEvent.ExtensionRequested _ -> EXTENSION_REQUESTED;
            case OpportunityEvent.ExtensionRefused _ -> EXTENSION_REFUSED;
            case OpportunityEvent.Held _ -> HELD;
            case OpportunityEvent.Resumed _ -> RESUMED;
            case OpportunityEvent.CollaboratorAdded _ -> COLLABORATOR_ADDED;
            case OpportunityEvent.CollaboratorRemoved _ -> COLLABORATOR_REMOVED;
            case OpportunityEvent.CollaboratorLeft _ -> COLLABORATOR_LEFT;
            case OpportunityEvent.LeadNamed _ -> LEAD_NAMED;
            case OpportunityEvent.Alerted _ -> ALERTED;
            case OpportunityEvent.Returned _ -> RETURNED;
            case OpportunityEvent.Canceled _ -> CANCELED;
            case OpportunityEvent.TakenBack _ -> TAKEN_BACK;
            case OpportunityEvent.Won _ -> WON;
            case OpportunityEvent.Lost _ -> LOST;
            case OpportunityEvent.Reopened _ -> REOPENED;
        };
    }

    static EventKind of(RegistrationEvent event) {
        return switch (event) {
            case RegistrationEvent.Submitted _ -> REGISTRATION_SUBMITTED;
            case RegistrationEvent.Referred _ -> REGISTRATION_REFERRED;
            case RegistrationEvent.Rerouted _ -> REGISTRATION_REROUTED;
            case RegistrationEvent.StepApproved _ -> REGISTRATION_STEP_APPROVED;
            case RegistrationEvent.DecisionDue _ -> REGISTRATION_DUE;
            case RegistrationEvent.DecisionOverdue _ -> REGISTRATION_OVERDUE;
            case RegistrationEvent.Overridden _ -> REGISTRATION_OVERRIDDEN;
            case RegistrationEvent.Approved _ -> REGISTRATION_APPROVED;
            case RegistrationEvent.Rejected _ -> REGISTRATION_REJECTED;
            case RegistrationEvent.Returned _ -> REGISTRATION_RETURNED;
            case RegistrationEvent.Withdrawn _ -> REGISTRATION_WITHDRAWN;
            case RegistrationEvent.ChangeRequested _ -> REGISTRATION_CHANGE_REQUESTED;
            case RegistrationEvent.ChangeApproved _ -> REGISTRATION_CHANGE_APPROVED;
            case RegistrationEvent.ChangeRejected _ -> REGISTRATION_CHANGE_REJECTED;
            case RegistrationEvent.ChangeWithdrawn _ -> REGISTRATION_CHANGE_WITHDRAWN;
            case RegistrationEvent.Revoked _ -> REGISTRATION_REVOKED;
            case RegistrationEvent.Ending _ -> REGISTRATION_ENDING;
            case RegistrationEvent.Expired _ -> REGISTRATION_EXPIRED;
            case RegistrationEvent.ExtensionRequested _ -> REGISTRATION_EXTENSION_REQUESTED;
            case RegistrationEvent.Extended _ -> REGISTRATION_EXTENDED;
            case RegistrationEvent.ExtensionRefused _ -> REGISTRATION_EXTENSION_REFUSED;
        };
    }
}
