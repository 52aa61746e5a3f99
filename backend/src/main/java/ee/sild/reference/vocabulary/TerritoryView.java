package ee.sild.reference.vocabulary;

import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;
import ee.sild.reference.Territory;

/** A region in which the vendor sells. */
public record TerritoryView(
        UUID id,
        @Schema(examples = "Western Estonia") String name,

        @Schema(description = EntryTexts.NAMES) Map<String, String> names,

        @Schema(description = EntryTexts.DISPLAY_NAME, examples = "Western Estonia")
        String displayName,

        @Schema(
                nullable = true,
                description = "The parent territory. Partners that cover the parent also cover this territory")
        UUID parentId,

        @Schema(nullable = true, description = EntryTexts.POSITION)
        Integer position,

        @Schema(description = EntryTexts.RETIRED) boolean retired,

        @Schema(nullable = true, description = EntryTexts.MERGED)
        UUID mergedIntoId,

        @Schema(description = EntryTexts.MERGING) boolean merging,

        long version)
        implements Identified, Versioned {

    static TerritoryView of(Territory territory, boolean merging) {
        return new TerritoryView(
                territory.id(),
                territory.name(),
                territory.names(),
                territory.displayName(),
                territory.parentId(),
                territory.position(),
                territory.isRetired(),
                territory.mergedIntoId(),
                merging,
                territory.version());
    }
}
