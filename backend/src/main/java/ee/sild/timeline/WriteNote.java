package ee.sild.timeline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new note. */
public record WriteNote(
        @NotBlank @Size(max = 10_000) @Schema(description = "Markdown: emphasis, code, lists, quotes, links", examples = "Klient soovib *kahte* pakkumist") String text,
        @Schema(nullable = true, description = "`EVERYONE` where left out; `STAFF` is for the vendor's people") Visibility visibility) {
}
