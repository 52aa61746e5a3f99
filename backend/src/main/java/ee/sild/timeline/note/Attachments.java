package ee.sild.timeline.note;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.timeline.file.AttachmentSettings;
import ee.sild.timeline.file.AttachmentSpace;

/** The files attached to notes. Readers of a note may download them; its author adds and removes them. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    private final AttachmentSettings settings;
    private final AttachmentSpace space;

    Attachments(AttachmentSettings settings, AttachmentSpace space) {
        this.settings = settings;
        this.space = space;
    }

    /**
     * Adds a file to a locked note; this counts as a change of the note.
     *
     * @param partner the company that adds it; null for the vendor
     */
    AttachmentView attach(Note note, AttachFileRequest file, UUID partner, Instant now) {
        file.check(settings.kinds());
        space.require(file.content().length, note.opportunityId(), partner);
        var attachment = new Attachment(note.id(), partner, freePosition(note), file, now);
        persist(attachment);
        getEntityManager().persist(new AttachmentContent(attachment.id(), file.content()));
        getEntityManager().lock(note, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
        return attachment.view();
    }

    /** A position that no file has; if there is none, that of the file that was deleted first, which is given up. */
    private int freePosition(Note note) {
        var files = list("noteId", note.id());
        var taken = files.stream().map(Attachment::position).toList();
        var free = IntStream.rangeClosed(1, Attachment.MOST)
                .filter(position -> !taken.contains(position))
                .findFirst();
        if (free.isPresent()) {
            return free.getAsInt();
        }
        var given = files.stream()
                .filter(file -> file.deletedAt() != null)
                .min(Comparator.comparing(Attachment::deletedAt))
                .orElseThrow(() -> new RuleViolation("attachment.too-many", Attachment.MOST));
        delete(given);
        flush();
        return given.position();
    }

    /** Takes the file off its note, and keeps it for as long as it can be restored. */
    void remove(Attachment attachment, Note note, Instant now) {
        attachment.delete(now);
        getEntityManager().lock(note, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
    }

    /** Puts a deleted file back on its locked note. */
    AttachmentView restore(Attachment attachment, Note note, Instant now) {
        getEntityManager().refresh(attachment);
        if (attachment.deletedAt() != null) {
            Restoring.require(attachment.deletedAt(), now);
            attachment.restore();
            getEntityManager().lock(note, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            flush();
        }
        return attachment.view();
    }

    Attachment get(UUID id) {
        return find("id = ?1 and deletedAt is null", id).firstResultOptional().orElseThrow(NotFound::new);
    }

    /** A file that may have been deleted. */
    Attachment kept(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    byte[] content(Attachment attachment) {
        return getEntityManager().find(AttachmentContent.class, attachment.id()).content();
    }

    /** The attachments of a note, in the order they were added. */
    List<AttachmentView> of(UUID note) {
        return list("noteId = ?1 and deletedAt is null order by createdAt, id", note).stream()
                .map(Attachment::view)
                .toList();
    }
}
