package ee.sild.reference;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A region in which the vendor sells. */
public record TerritoryView(
        UUID id,
        @Schema(examples = "Western Estonia") String name,

        @Schema(nullable = true, description = "The parent territory")
        UUID parentId) {}
