package ee.sild.timeline;

import java.time.Instant;
import java.util.UUID;

import ee.sild.opportunity.EventDetails;
import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.registration.RegistrationEvent;

/**
 * An event of any feature, as the timeline of its opportunity shows it.
 *
 * @param partnerId the partner it happened with; no other partner sees it. Null if no partner or several were involved
 * @param collaborationId the collaboration it happened in, whose partners see it. Null outside of one
 * @param staffOnly whether only the vendor sees it
 */
public record TimelineEvent(
        UUID opportunityId,
        EventKind kind,
        UUID partnerId,
        UUID collaborationId,
        boolean staffOnly,
        EventDetails details,
        Instant at) {

    public static TimelineEvent of(OpportunityEvent event) {
        return of(event.on(), EventKind.of(event), event.isStaffOnly(), event.details(), event.at());
    }

    public static TimelineEvent of(RegistrationEvent event) {
        var details = EventDetails.NONE.because(event.reasonCode(), event.reason());
        return of(event.on(), EventKind.of(event), false, details, event.at());
    }

    private static TimelineEvent of(
            EventSubject on, EventKind kind, boolean staffOnly, EventDetails details, Instant at) {
        return new TimelineEvent(
                on.opportunityId(), kind, on.partnerId(), on.collaborationId(), staffOnly, details, at);
    }
}
