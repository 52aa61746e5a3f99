package ee.sild.timeline.note;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.timeline.Mention;

/** Writes notes for the readers that their authors choose. */
@ApplicationScoped
public class WriteNote {

    private final Notes notes;
    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final People people;
    private final Event<Mention> mentioned;

    WriteNote(
            Notes notes,
            Opportunities opportunities,
            Collaborators collaborators,
            People people,
            Event<Mention> mentioned) {
        this.notes = notes;
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.people = people;
        this.mentioned = mentioned;
    }

    /** Creates a note for the readers its author chose who are on the opportunity now. */
    public Note write(Opportunity on, WriteNoteRequest request, CurrentUser author, Instant now) {
        Party party = opportunities.party(on, author);
        if (request.visibility() == Visibility.STAFF && !author.isStaff()) {
            throw new NotAllowed("note.staff-only");
        }
        if (party == Party.ANY_PARTNER) {
            throw new NotAllowed("opportunity.not-yours");
        }
        boolean toOne = request.visibility() == Visibility.PARTNER;
        var wrong = new Violations().addIf(request.partnerId() != null && !toOne, "/partnerId", "partner.only-one");
        var audience = audience(on, request, party, author, wrong);
        var note = new Note(on.id(), author.id(), audience, !author.isStaff(), request.text(), now);
        if (!request.named().isEmpty()) {
            checkNamed(note, request, on, author, wrong);
        }
        wrong.throwIfAny();
        notes.persistAndFlush(note);
        if (!request.named().isEmpty()) {
            mentioned.fire(new Mention(on.id(), request.named(), author.id(), note.text(), now));
        }
        return note;
    }

    /** Those who are on the opportunity now. */
    private NoteAudience audience(
            Opportunity on, WriteNoteRequest request, Party party, CurrentUser author, Violations wrong) {
        var visibility = request.visibility() == null ? Visibility.EVERYONE : request.visibility();
        if (visibility == Visibility.PARTNER) {
            return new NoteAudience(visibility, addressee(on, request, author, wrong), null);
        }
        if (party == Party.OFFERED_PARTNER) {
            return new NoteAudience(visibility, author.partnerId(), null);
        }
        boolean shared = on.collaborationId() != null;
        return new NoteAudience(visibility, shared ? null : on.partnerId(), on.collaborationId());
    }

    private UUID addressee(Opportunity on, WriteNoteRequest request, CurrentUser author, Violations wrong) {
        UUID meant = request.partnerId();
        if (!author.isStaff()) {
            wrong.requireReference(meant == null || meant.equals(author.partnerId()), "/partnerId");
            return author.partnerId();
        }
        wrong.addIf(meant == null, "/partnerId", "required")
                .requireReference(
                        meant == null
                                || meant.equals(on.partnerId())
                                || collaborators.of(on.id(), meant).isPresent(),
                        "/partnerId");
        return meant;
    }

    /** Only users who may read the note can be mentioned in it. */
    private void checkNamed(Note note, WriteNoteRequest request, Opportunity on, CurrentUser author, Violations wrong) {
        var readers = people.of(on, author).stream()
                .filter(person -> person.partner() == null
                        || note.audience().isFor(person.partner().id()))
                .map(PersonView::id)
                .toList();
        int i = 0;
        for (UUID named : request.named()) {
            wrong.requireReference(readers.contains(named), "/mentions/" + i++);
        }
    }
}
