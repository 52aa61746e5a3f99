package ee.sild.timeline.note;

import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Party;
import ee.sild.platform.security.CurrentUser;

import static jakarta.persistence.EnumType.STRING;

/**
 * Who may read a note. A later partner cannot read what an earlier one and staff wrote.
 *
 * @param partnerId the only partner it is for; null for none or several
 * @param collaborationId the collaboration it is for
 */
@Embeddable
record NoteAudience(@Enumerated(STRING) Visibility visibility, UUID partnerId, UUID collaborationId) {

    boolean includes(CurrentUser reader, Opportunity on, Party as) {
        boolean together = as.isWorking() && Objects.equals(collaborationId, on.collaborationId());
        return reader.partnerScope() == null
                || (visibility != Visibility.STAFF
                        && (collaborationId == null ? partnerId == null || reader.sees(partnerId) : together));
    }

    /** Whether users of this partner who work on the opportunity may read it. */
    boolean isFor(UUID partner) {
        return visibility != Visibility.STAFF && (partnerId == null || partnerId.equals(partner));
    }

    /** The partner it is for, if it is for one of several. */
    UUID addressee() {
        return visibility == Visibility.PARTNER ? partnerId : null;
    }
}
