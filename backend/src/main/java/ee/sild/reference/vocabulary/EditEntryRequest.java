package ee.sild.reference.vocabulary;

import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.reference.OrderedEntry;

/** An entry of a vocabulary. */
public record EditEntryRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Network security")
        String name,

        @Schema(nullable = true, description = EntryTexts.NAMES)
        Map<String, @NotBlank @Size(max = 100) String> names,

        @Min(1) @Max(10_000) @Schema(nullable = true, description = EntryTexts.POSITION)
        Integer position,

        @Schema(description = EntryTexts.RETIRED) boolean retired)
        implements EntryDetails {

    public EditEntryRequest {
        names = names == null ? Map.of() : names;
    }

    static EditEntryRequest of(OrderedEntry entry) {
        return new EditEntryRequest(entry.name(), entry.names(), entry.position(), entry.isRetired());
    }
}
