package ee.sild.timeline;

import ee.sild.opportunity.OpportunityEvent;
import ee.sild.registration.RegistrationEvent;

/** The kind of each event. A new event does not compile without one. */
final class EventKinds {

    private EventKinds() {}

    static EventKind of(OpportunityEvent event) {
        return switch (event) {
            case OpportunityEvent.Created _ -> EventKind.CREATED;
            case OpportunityEvent.Edited _ -> EventKind.EDITED;
            case OpportunityEvent.Approved _ -> EventKind.APPROVED;
            case OpportunityEvent.Rejected _ -> EventKind.REJECTED;
            case OpportunityEvent.Pooled _ -> EventKind.POOLED;
            case OpportunityEvent.Claimed _ -> EventKind.CLAIMED;
            case OpportunityEvent.Delivered _ -> EventKind.DELIVERED;
            case OpportunityEvent.Reminded _ -> EventKind.REMINDED;
            case OpportunityEvent.Accepted _ -> EventKind.ACCEPTED;
            case OpportunityEvent.Revealed _ -> EventKind.REVEALED;
            case OpportunityEvent.Declined _ -> EventKind.DECLINED;
            case OpportunityEvent.Expired _ -> EventKind.EXPIRED;
            case OpportunityEvent.Recalled _ -> EventKind.RECALLED;
            case OpportunityEvent.NoPartnerLeft _ -> EventKind.NO_PARTNER_LEFT;
            case OpportunityEvent.PhaseChanged _ -> EventKind.PHASE_CHANGED;
            case OpportunityEvent.Assigned _ -> EventKind.ASSIGNED;
            case OpportunityEvent.Extended _ -> EventKind.EXTENDED;
            case OpportunityEvent.ExtensionRequested _ -> EventKind.EXTENSION_REQUESTED;
            case OpportunityEvent.ExtensionRefused _ -> EventKind.EXTENSION_REFUSED;
            case OpportunityEvent.Held _ -> EventKind.HELD;
            case OpportunityEvent.Resumed _ -> EventKind.RESUMED;
            case OpportunityEvent.CollaboratorAdded _ -> EventKind.COLLABORATOR_ADDED;
            case OpportunityEvent.CollaboratorRemoved _ -> EventKind.COLLABORATOR_REMOVED;
            case OpportunityEvent.CollaboratorLeft _ -> EventKind.COLLABORATOR_LEFT;
            case OpportunityEvent.LeadNamed _ -> EventKind.LEAD_NAMED;
            case OpportunityEvent.Alerted _ -> EventKind.ALERTED;
            case OpportunityEvent.Returned _ -> EventKind.RETURNED;
            case OpportunityEvent.Canceled _ -> EventKind.CANCELED;
            case OpportunityEvent.TakenBack _ -> EventKind.TAKEN_BACK;
            case OpportunityEvent.Won _ -> EventKind.WON;
            case OpportunityEvent.Lost _ -> EventKind.LOST;
            case OpportunityEvent.Reopened _ -> EventKind.REOPENED;
        };
    }

    static EventKind of(RegistrationEvent event) {
        return switch (event) {
            case RegistrationEvent.Submitted _ -> EventKind.REGISTRATION_SUBMITTED;
            case RegistrationEvent.Referred _ -> EventKind.REGISTRATION_REFERRED;
            case RegistrationEvent.Rerouted _ -> EventKind.REGISTRATION_REROUTED;
            case RegistrationEvent.StepApproved _ -> EventKind.REGISTRATION_STEP_APPROVED;
            case RegistrationEvent.DecisionDue _ -> EventKind.REGISTRATION_DUE;
            case RegistrationEvent.DecisionOverdue _ -> EventKind.REGISTRATION_OVERDUE;
            case RegistrationEvent.Approved _ -> EventKind.REGISTRATION_APPROVED;
            case RegistrationEvent.Rejected _ -> EventKind.REGISTRATION_REJECTED;
            case RegistrationEvent.Returned _ -> EventKind.REGISTRATION_RETURNED;
            case RegistrationEvent.Withdrawn _ -> EventKind.REGISTRATION_WITHDRAWN;
            case RegistrationEvent.Revoked _ -> EventKind.REGISTRATION_REVOKED;
            case RegistrationEvent.Ending _ -> EventKind.REGISTRATION_ENDING;
            case RegistrationEvent.Expired _ -> EventKind.REGISTRATION_EXPIRED;
            case RegistrationEvent.ExtensionRequested _ -> EventKind.REGISTRATION_EXTENSION_REQUESTED;
            case RegistrationEvent.Extended _ -> EventKind.REGISTRATION_EXTENDED;
            case RegistrationEvent.ExtensionRefused _ -> EventKind.REGISTRATION_EXTENSION_REFUSED;
        };
    }
}
