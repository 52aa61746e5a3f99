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
                description =
                        "The text in Markdown: emphasis, code, lists, quotes, links and mentions of users, who are "
                                + "notified: `[@Kadri Tamm](user:0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d30)`. See `listPeople`",
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
        @Schema(nullable = true, description = "Other users who are notified of the note. See `listPeople`")
        List<@NotNull UUID> mentions) {

    Set<UUID> named() {
        return mentions == null ? Set.of() : new LinkedHashSet<>(mentions);
    }
}
