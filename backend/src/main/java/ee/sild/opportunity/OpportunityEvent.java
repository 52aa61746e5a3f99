package ee.sild.opportunity;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to an opportunity. Other features observe these; none is called by this one.
 *
 * @param partnerId the partner it happened with; no other partner is ever told. Null where none was involved
 */
public record OpportunityEvent(UUID opportunityId, Kind kind, UUID partnerId, EventDetails details, Instant at) {

    /** What happened. */
    @Schema(name = "EventKind")
    public enum Kind {
        CREATED,
        EDITED,
        APPROVED,
        REJECTED,
        DELIVERED,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        RECALLED,
        PHASE_CHANGED,
        ASSIGNED,
        EXTENDED,
        HELD,
        RESUMED,
        RETURNED,
        CANCELED,
        TAKEN_BACK,
        WON,
        LOST,
        REOPENED
    }
}
