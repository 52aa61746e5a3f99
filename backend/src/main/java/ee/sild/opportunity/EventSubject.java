package ee.sild.opportunity;

import java.util.UUID;

/**
 * The opportunity of an event, and who works on it.
 *
 * @param partnerId the partner it happened with; no other partner is notified. Null if no partner or several were
 *     involved
 * @param collaborationId the collaboration it happened in, whose partners are notified. Null outside of one
 */
public record EventSubject(UUID opportunityId, UUID partnerId, UUID collaborationId) {

    public static EventSubject of(Opportunity opportunity) {
        return new EventSubject(
                opportunity.id(),
                opportunity.collaborationId() == null ? opportunity.partnerId() : null,
                opportunity.collaborationId());
    }

    /** What happened concerns one partner only, also in a collaboration. */
    static EventSubject of(Opportunity opportunity, UUID partnerId) {
        return new EventSubject(opportunity.id(), partnerId, null);
    }
}
