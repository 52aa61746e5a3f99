package ee.sild.timeline;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/** Notes on opportunities. */
@ApplicationScoped
public class Notes implements PanacheRepositoryBase<Note, UUID> {

    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Partners partners;
    private final People people;
    private final Attachments attachments;
    private final Event<Mention> mentioned;

    Notes(
            Opportunities opportunities,
            Collaborators collaborators,
            Partners partners,
            People people,
            Attachments attachments,
            Event<Mention> mentioned) {
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.partners = partners;
        this.people = people;
        this.attachments = attachments;
        this.mentioned = mentioned;
    }

    /** Creates a note for the readers its author chose who are on the opportunity now. */
    public Note write(Opportunity on, WriteNoteRequest request, CurrentUser author, Instant now) {
        var visibility = request.visibility() == null ? Visibility.EVERYONE : request.visibility();
        Party party = opportunities.party(on, author);
        if (visibility == Visibility.STAFF && !author.isStaff()) {
            throw new NotAllowed("note.staff-only");
        }
        if (party == Party.ANY_PARTNER) {
            throw new NotAllowed("opportunity.not-yours");
        }
        var wrong = new Violations()
                .addIf(
                        request.partnerId() != null && visibility != Visibility.PARTNER,
                        "/partnerId",
                        "partner.only-one");
        boolean together =
                visibility != Visibility.PARTNER && on.collaborationId() != null && party != Party.OFFERED_PARTNER;
        UUID one = visibility == Visibility.PARTNER
                ? addressee(on, request, author, wrong)
                : together ? null : party == Party.OFFERED_PARTNER ? author.partnerId() : on.partnerId();
        var note = new Note(
                on.id(),
                author.id(),
                one,
                together ? on.collaborationId() : null,
                visibility,
                !author.isStaff(),
                request.text(),
                now);
        if (!request.named().isEmpty()) {
            checkNamed(note, request, on, author, wrong);
        }
        wrong.throwIfAny();
        persistAndFlush(note);
        if (!request.named().isEmpty()) {
            mentioned.fire(new Mention(on.id(), request.named(), author.id(), note.text(), now));
        }
        return note;
    }

    /** Only users who may read the note can be mentioned in it. */
    private void checkNamed(Note note, WriteNoteRequest request, Opportunity on, CurrentUser author, Violations wrong) {
        var readers = people.of(on, author).stream()
                .filter(person ->
                        person.partner() == null || note.isFor(person.partner().id()))
                .map(PersonView::id)
                .toList();
        int i = 0;
        for (UUID named : request.named()) {
            wrong.requireReference(readers.contains(named), "/mentions/" + i++);
        }
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

    /** A note to change; only its author may. A note that the caller may not read does not exist for them. */
    Note own(Opportunity on, UUID id, CurrentUser user) {
        var note = find("id = ?1 and opportunityId = ?2 and deletedAt is null", id, on.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .filter(found -> found.isVisibleTo(user, on, opportunities.party(on, user)))
                .orElseThrow(NotFound::new);
        if (!note.authorId().equals(user.id())) {
            throw new NotAllowed("note.not-yours");
        }
        return note;
    }

    /** A note that the caller may read. */
    Note readable(UUID id, CurrentUser reader) {
        var note =
                find("id = ?1 and deletedAt is null", id).firstResultOptional().orElseThrow(NotFound::new);
        var on = opportunities.get(note.opportunityId(), reader);
        if (!note.isVisibleTo(reader, on, opportunities.party(on, reader))) {
            throw new NotFound();
        }
        return note;
    }

    NoteView view(Note note, CurrentUser reader) {
        return NoteView.of(note, partners.ref(note.addressee()), reader.id(), attachments.of(note.id()));
    }
}
