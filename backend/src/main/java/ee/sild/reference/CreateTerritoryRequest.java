package ee.sild.reference;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new region in which the vendor sells. */
public record CreateTerritoryRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Western Estonia")
        String name,

        @Schema(
                nullable = true,
                description = "The parent territory. Partners that cover the parent also cover this territory")
        UUID parentId) {}
