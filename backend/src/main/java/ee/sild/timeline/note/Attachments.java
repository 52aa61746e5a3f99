package ee.sild.timeline.note;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** The files attached to notes. Readers of a note may download them; its author adds and removes them. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    private final AttachmentSettings settings;

    Attachments(AttachmentSettings settings) {
        this.settings = settings;
    }

    /** Adds a file to a locked note; this counts as a change of the note. */
    AttachmentView attach(Note note, AttachFileRequest file, Instant now) {
        file.check(settings.kinds());
        var taken = list("noteId", note.id()).stream().map(Attachment::position).toList();
        int free = IntStream.rangeClosed(1, Attachment.MOST)
                .filter(position -> !taken.contains(position))
                .findFirst()
                .orElseThrow(() -> new RuleViolation("attachment.too-many", Attachment.MOST));
        var attachment = new Attachment(note.id(), free, file, now);
        persist(attachment);
        getEntityManager().persist(new AttachmentContent(attachment.id(), file.content()));
        getEntityManager().lock(note, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
        return attachment.view();
    }

    void remove(Attachment attachment, Note note) {
        delete(attachment);
        getEntityManager().lock(note, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        flush();
    }

    Attachment get(UUID id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    byte[] content(Attachment attachment) {
        return getEntityManager().find(AttachmentContent.class, attachment.id()).content();
    }

    List<AttachmentView> of(UUID note) {
        return of(List.of(note)).getOrDefault(note, List.of());
    }

    /** The attachments of several notes, in the order they were added. */
    public Map<UUID, List<AttachmentView>> of(Collection<UUID> notes) {
        return notes.isEmpty()
                ? Map.of()
                : list("noteId in ?1 order by createdAt, id", notes).stream()
                        .collect(groupingBy(Attachment::noteId, mapping(Attachment::view, toList())));
    }
}
