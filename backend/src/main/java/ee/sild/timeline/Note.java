package ee.sild.timeline;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Party;
import ee.sild.platform.Ids;
import ee.sild.platform.security.CurrentUser;

import static jakarta.persistence.EnumType.STRING;

/** A note about an opportunity. A later partner cannot read what an earlier one and staff wrote. */
@Entity
class Note {

    @Id
    private UUID id;

    private UUID opportunityId;
    private UUID authorId;
    private UUID partnerId;
    private UUID collaborationId;

    @Enumerated(STRING)
    private Visibility visibility;

    private String text;
    private boolean byPartner;
    private Instant createdAt;
    private Instant editedAt;
    private Instant deletedAt;

    @Version
    private long version;

    protected Note() {
        // for Hibernate
    }

    /**
     * @param partnerId the only partner it is for; null for none or several
     * @param collaborationId the collaboration it is for
     */
    Note(
            UUID opportunityId,
            UUID authorId,
            UUID partnerId,
            UUID collaborationId,
            Visibility visibility,
            boolean byPartner,
            String text,
            Instant now) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.authorId = authorId;
        this.partnerId = partnerId;
        this.collaborationId = collaborationId;
        this.visibility = visibility;
        this.byPartner = byPartner;
        this.text = text.strip();
        this.createdAt = now;
    }

    boolean isVisibleTo(CurrentUser reader, Opportunity on, Party as) {
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

    NoteRevision rewrite(String next, Instant now) {
        var before = new NoteRevision(id, text, now);
        text = next.strip();
        editedAt = now;
        return before;
    }

    NoteRevision delete(Instant now) {
        deletedAt = now;
        return new NoteRevision(id, text, now);
    }

    UUID id() {
        return id;
    }

    UUID opportunityId() {
        return opportunityId;
    }

    UUID authorId() {
        return authorId;
    }

    Visibility visibility() {
        return visibility;
    }

    String text() {
        return text;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant editedAt() {
        return editedAt;
    }

    long version() {
        return version;
    }
}
