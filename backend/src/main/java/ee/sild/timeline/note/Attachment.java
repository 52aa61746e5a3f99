package ee.sild.timeline.note;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;

/** A file attached to a note. Only its deletion changes it; its bytes are stored separately. */
@Entity
class Attachment {

    /** The maximum per note. */
    static final int MOST = 10;

    @Id
    private UUID id;

    private UUID noteId;
    private UUID partnerId;
    private int position;
    private String name;
    private int size;
    private byte[] sha256;
    private Instant createdAt;
    private Instant deletedAt;

    protected Attachment() {
        // for Hibernate
    }

    /** @param partnerId the company that adds the file; null for the vendor */
    Attachment(UUID noteId, UUID partnerId, int position, AttachFileRequest file, Instant now) {
        this.id = Ids.next();
        this.noteId = noteId;
        this.partnerId = partnerId;
        this.position = position;
        this.name = file.name().strip();
        this.size = file.content().length;
        this.sha256 = file.sha256();
        this.createdAt = now;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    void restore() {
        deletedAt = null;
    }

    Instant deletedAt() {
        return deletedAt;
    }

    AttachmentView view() {
        return new AttachmentView(id, name, size, createdAt);
    }

    UUID id() {
        return id;
    }

    UUID noteId() {
        return noteId;
    }

    int position() {
        return position;
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }

    /** The header that makes a browser download it under its name. */
    String disposition() {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename*=UTF-8''" + encoded;
    }
}
