package ee.sild.reference.vocabulary;

import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new entry of a vocabulary. */
public record AddEntryRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Network security")
        String name,

        @Schema(nullable = true, description = EntryTexts.NAMES)
        Map<String, @NotBlank @Size(max = 100) String> names) {

    public AddEntryRequest {
        names = names == null ? Map.of() : names;
    }
}
