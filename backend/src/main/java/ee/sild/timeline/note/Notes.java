package ee.sild.timeline.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** Notes on opportunities. */
@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID> {

    private final Opportunities opportunities;
    private final Partners partners;
    private final Attachments attachments;

    Notes(Opportunities opportunities, Partners partners, Attachments attachments) {
        this.opportunities = opportunities;
        this.partners = partners;
        this.attachments = attachments;
    }

    /** A note to change; only its author may. A note that the caller may not read does not exist for them. */
    Note own(Opportunity on, UUID id, CurrentUser user) {
        var note = find("id = ?1 and opportunityId = ?2 and deletedAt is null", id, on.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(found -> found.audience().includes(user, on, opportunities.party(on, user)))
                .orElseThrow(NotFound::new);
        if (!note.authorId().equals(user.id())) {
            throw new NotAllowed("note.not-yours");
        }
        return note;
    }

    /** A note of the caller that may have been deleted. Deleted notes do not exist for anybody else. */
    Note restorable(Opportunity on, UUID id, CurrentUser user) {
        return find(
                        "id = ?1 and opportunityId = ?2 and authorId = ?3 and deletedAt is not null",
                        id,
                        on.id(),
                        user.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(found -> found.audience().includes(user, on, opportunities.party(on, user)))
                .orElseGet(() -> own(on, id, user));
    }

    /** A note that the caller may read. */
    Note readable(UUID id, CurrentUser reader) {
        var note =
                find("id = ?1 and deletedAt is null", id).firstResultOptional().orElseThrow(NotFound::new);
        var on = opportunities.get(note.opportunityId(), reader);
        if (!note.audience().includes(reader, on, opportunities.party(on, reader))) {
            throw new NotFound();
        }
        return note;
    }

    NoteView view(Note note, CurrentUser reader) {
        return NoteView.of(note, partners.ref(note.audience().addressee()), reader.id(), attachments.of(note.id()));
    }

    /** A note that has just been written, so it has no attachments yet. */
    NoteView viewNew(Note note, CurrentUser author) {
        return NoteView.of(note, partners.ref(note.audience().addressee()), author.id(), List.of());
    }

    /** Replaces the text, and keeps the previous one. */
    void rewrite(Note note, String text, Instant now) {
        getEntityManager().persist(note.rewrite(text, now));
        flush();
    }

    /** Puts a deleted note back where it was. */
    void restore(Note note, Instant now) {
        if (note.deletedAt() != null) {
            Restoring.require(note.deletedAt(), now);
            note.restore();
            flush();
        }
    }

    /** Takes the note off the timeline, and keeps its text. */
    void remove(Note note, Instant now) {
        getEntityManager().persist(note.delete(now));
    }
}
