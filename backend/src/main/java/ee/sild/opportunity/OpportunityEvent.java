package ee.sild.opportunity;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to an opportunity. Other features observe these events; this feature calls none of them.
 *
 * @param partnerId the partner it happened with; no other partner is notified. Null if no partner or several were
 *     involved
 * @param collaborationId the collaboration it happened in, whose partners are notified. Null outside of one
 */
public record OpportunityEvent(
        UUID opportunityId, Kind kind, UUID partnerId, UUID collaborationId, EventDetails details, Instant at) {

    /** The kind of event. */
    public enum Kind {
        CREATED,
        EDITED,
        APPROVED,
        REJECTED,
        POOLED,
        CLAIMED,
        DELIVERED,
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
        REOPENED
    }
}
