package ee.sild.timeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new note. */
public record WriteNoteRequest(
        @NotBlank
        @Size(max = 10_000)
        @Schema(
                description = "Markdown: emphasis, code, lists, quotes, links",
                examples = "Klient soovib *kahte* pakkumist")
        String text,

        @Schema(
                nullable = true,
                description = "`EVERYONE` where left out; `PARTNER` is for staff and one of several "
                        + "partners, `STAFF` for the vendor's people")
        Visibility visibility,

        @Schema(nullable = true, description = "With `PARTNER`: which one of them; a partner's own where left out")
        UUID partnerId,

        @Size(max = 20) @Schema(nullable = true, description = "Whom it names: they are told of it. See `listPeople`")
        List<@NotNull UUID> mentions) {

    Set<UUID> named() {
        return mentions == null ? Set.of() : new LinkedHashSet<>(mentions);
    }
}
