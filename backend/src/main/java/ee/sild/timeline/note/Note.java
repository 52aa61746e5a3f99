package ee.sild.timeline.note;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

/** A note about an opportunity. A later partner cannot read what an earlier one and staff wrote. */
@Entity
class Note {

    @Id
    private UUID id;

    private UUID opportunityId;
    private UUID authorId;
    private NoteAudience audience;
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

    Note(UUID opportunityId, UUID authorId, NoteAudience audience, boolean byPartner, String text, Instant now) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.authorId = authorId;
        this.audience = audience;
        this.byPartner = byPartner;
        this.text = text.strip();
        this.createdAt = now;
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

    void restore() {
        deletedAt = null;
    }

    Instant deletedAt() {
        return deletedAt;
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

    NoteAudience audience() {
        return audience;
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
