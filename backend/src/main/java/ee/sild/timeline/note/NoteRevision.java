package ee.sild.timeline.note;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;

/** The text of a note before it was edited or deleted. */
@Entity
class NoteRevision {

    /** A note, and when its text was replaced. */
    @Embeddable
    record Key(UUID noteId, Instant replacedAt) {}

    @EmbeddedId
    private Key key;

    private String text;

    protected NoteRevision() {
        // for Hibernate
    }

    NoteRevision(UUID noteId, String text, Instant replacedAt) {
        this.key = new Key(noteId, replacedAt);
        this.text = text;
    }
}
