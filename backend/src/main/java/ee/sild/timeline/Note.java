package ee.sild.timeline;

import static jakarta.persistence.EnumType.STRING;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.CurrentUser;
import ee.sild.platform.Ids;

/** What somebody wrote about an opportunity. A partner that comes later does not read what an earlier one and staff said. */
@Entity
class Note {

    @Id
    private UUID id;
    private UUID opportunityId;
    private UUID authorId;
    private UUID partnerId;
    @Enumerated(STRING)
    private Visibility visibility;
    private String text;
    private Instant createdAt;
    private Instant editedAt;
    private Instant deletedAt;
    @Version
    private long version;

    protected Note() {
        // for Hibernate
    }

    Note(UUID opportunityId, UUID authorId, UUID partnerId, Visibility visibility, String text, Instant now) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.authorId = authorId;
        this.partnerId = partnerId;
        this.visibility = visibility;
        this.text = text.strip();
        this.createdAt = now;
    }

    boolean isVisibleTo(CurrentUser reader) {
        return reader.onlyCompany() == null || (visibility == Visibility.EVERYONE && (partnerId == null || reader.sees(partnerId)));
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
