package ee.sild.timeline.note;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** A new note. */
public record WriteNoteRequest(
        @NotBlank
        @Multiline
        @Size(max = 10_000)
        @Schema(
                description = "The text in Markdown: emphasis, code, lists, quotes and links",
                examples = "Klient soovib *kahte* pakkumist")
        String text,

        @Schema(
                nullable = true,
                description = "Who can read the note: `EVERYONE` (the default), `PARTNER` for staff and one "
                        + "partner, or `STAFF`")
        Visibility visibility,

        @Schema(
                nullable = true,
                description = "The partner that can read the note, with `PARTNER`; defaults to the caller's own")
        UUID partnerId,

        @Size(max = 20)
        @Schema(nullable = true, description = "The users mentioned in the note, who are notified. See `listPeople`")
        List<@NotNull UUID> mentions) {

    Set<UUID> named() {
        return mentions == null ? Set.of() : new LinkedHashSet<>(mentions);
    }
}
