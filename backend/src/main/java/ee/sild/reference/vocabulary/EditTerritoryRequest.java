package ee.sild.reference.vocabulary;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.reference.Territory;

/** A region in which the vendor sells. */
public record EditTerritoryRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Western Estonia")
        String name,

        @Schema(nullable = true, description = EntryTexts.NAMES)
        Map<String, @NotBlank @Size(max = 100) String> names,

        @Schema(
                nullable = true,
                description = "The parent territory. Partners that cover the parent also cover this territory")
        UUID parentId,

        @Min(1) @Max(10_000) @Schema(nullable = true, description = EntryTexts.POSITION)
        Integer position,

        @Schema(description = EntryTexts.RETIRED) boolean retired)
        implements EntryDetails {

    public EditTerritoryRequest {
        names = names == null ? Map.of() : names;
    }

    static EditTerritoryRequest of(Territory territory) {
        return new EditTerritoryRequest(
                territory.name(), territory.names(), territory.parentId(), territory.position(), territory.isRetired());
    }
}
