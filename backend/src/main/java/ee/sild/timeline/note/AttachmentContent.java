package ee.sild.timeline.note;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The bytes of an attached file. */
@Entity
class AttachmentContent {

    @Id
    private UUID attachmentId;

    private byte[] content;

    protected AttachmentContent() {
        // for Hibernate
    }

    AttachmentContent(UUID attachmentId, byte[] content) {
        this.attachmentId = attachmentId;
        this.content = content;
    }

    byte[] content() {
        return content;
    }
}
