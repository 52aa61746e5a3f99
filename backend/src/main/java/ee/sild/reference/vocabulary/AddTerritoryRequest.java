package ee.sild.reference.vocabulary;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new region in which the vendor sells. */
@Schema(name = "CreateTerritoryRequest")
public record AddTerritoryRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Western Estonia")
        String name,

        @Schema(nullable = true, description = EntryTexts.NAMES)
        Map<String, @NotBlank @Size(max = 100) String> names,

        @Schema(
                nullable = true,
                description = "The parent territory. Partners that cover the parent also cover this territory")
        UUID parentId) {

    public AddTerritoryRequest {
        names = names == null ? Map.of() : names;
    }
}
