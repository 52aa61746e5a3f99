package ee.sild.timeline.stream;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.EventDetails;
import ee.sild.platform.Ref;
import ee.sild.timeline.EventKind;
import ee.sild.timeline.note.NoteView;

/** One entry of a timeline: a note or an event. */
public record TimelineEntry(
        UUID id,
        Type type,
        Instant at,

        @Schema(nullable = true, description = "Who acted; null for the system")
        Ref actor,

        @Schema(nullable = true, description = "The partner company of the actor; null for staff and the system")
        Ref actorPartner,

        @Schema(nullable = true, description = "The kind of the event; null for a note")
        EventKind event,

        @Schema(nullable = true, description = "The details of the event; null for a note")
        EventDetails details,

        @Schema(nullable = true, description = "The note; null for an event")
        NoteView note) {

    /** The type of an entry. */
    @Schema(name = "EntryType")
    public enum Type {
        NOTE,
        EVENT
    }
}
