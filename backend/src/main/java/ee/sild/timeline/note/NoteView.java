package ee.sild.timeline.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;

/** A note as shown to its readers. */
public record NoteView(
        UUID id,

        @Schema(
                description = "The text in Markdown; a mention is a link to `user:` and an ID",
                examples = "Klient soovib *kahte* pakkumist")
        String text,

        @Schema(description = "The text as sanitized HTML", examples = "<p>Klient soovib <em>kahte</em> pakkumist</p>")
        String html,

        Visibility visibility,

        @Schema(nullable = true, description = "The partner that can read the note; only with `PARTNER`")
        Ref partner,

        @Schema(description = "The attached files") List<AttachmentView> attachments,
        @Schema(nullable = true) Instant editedAt,

        @Schema(description = "Whether the caller is the author and can edit or delete the note")
        boolean mine,

        long version)
        implements Identified, Versioned {

    static NoteView of(Note note, Ref partner, UUID reader, List<AttachmentView> attachments) {
        return new NoteView(
                note.id(),
                note.text(),
                Markdown.html(note.text()),
                note.audience().visibility(),
                partner,
                attachments,
                note.editedAt(),
                note.authorId().equals(reader),
                note.version());
    }
}
