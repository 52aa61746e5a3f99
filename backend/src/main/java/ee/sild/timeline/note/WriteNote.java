package ee.sild.timeline.note;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
        var tokens = MentionTokens.in(request.text());
        var readers =
                request.named().isEmpty() && tokens.isEmpty() ? Map.<UUID, String>of() : readers(on, audience, author);
        checkNamed(request, readers, wrong);
        wrong.requireReference(readers.keySet().containsAll(tokens), "/text").throwIfAny();
        var text = MentionTokens.named(request.text(), readers::get);
        var note = new Note(on.id(), author.id(), audience, !author.isStaff(), text, now);
        notes.persistAndFlush(note);
        var named = new LinkedHashSet<>(request.named());
        named.addAll(tokens);
        tell(note, named, author, now);
        return note;
    }

    /** Replaces the text of a note. Users who were not mentioned before are notified. */
    public void rewrite(Note note, Opportunity on, String text, CurrentUser author, Instant now) {
        var named = MentionTokens.in(text);
        named.removeAll(MentionTokens.in(note.text()));
        var readers = named.isEmpty() ? Map.<UUID, String>of() : readers(on, note.audience(), author);
        new Violations()
                .requireReference(readers.keySet().containsAll(named), "/text")
                .throwIfAny();
        notes.rewrite(note, MentionTokens.named(text, readers::get), now);
        tell(note, named, author, now);
    }

    private void tell(Note note, Set<UUID> named, CurrentUser author, Instant now) {
        if (!named.isEmpty()) {
            mentioned.fire(
                    new Mention(note.opportunityId(), named, author.id(), MentionTokens.readable(note.text()), now));
        }
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
    private static void checkNamed(WriteNoteRequest request, Map<UUID, String> readers, Violations wrong) {
        int i = 0;
        for (UUID named : request.named()) {
            wrong.requireReference(readers.containsKey(named), "/mentions/" + i++);
        }
    }

    /** The names of the users who may read a note. */
    private Map<UUID, String> readers(Opportunity on, NoteAudience audience, CurrentUser author) {
        return people.of(on, author).stream()
                .filter(person -> person.partner() == null
                        || audience.isFor(person.partner().id()))
                .collect(Collectors.toMap(PersonView::id, PersonView::name));
    }
}
