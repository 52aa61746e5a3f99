package ee.sild.reference.vocabulary;

import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;
import ee.sild.reference.OrderedEntry;

/** An entry of a vocabulary. */
public record VocabularyEntryView(
        UUID id,
        @Schema(examples = "Network security") String name,

        @Schema(description = EntryTexts.NAMES) Map<String, String> names,

        @Schema(description = EntryTexts.DISPLAY_NAME, examples = "Network security")
        String displayName,

        @Schema(nullable = true, description = EntryTexts.POSITION)
        Integer position,

        @Schema(description = EntryTexts.RETIRED) boolean retired,

        @Schema(nullable = true, description = EntryTexts.MERGED)
        UUID mergedIntoId,

        @Schema(description = EntryTexts.MERGING) boolean merging,

        long version)
        implements Identified, Versioned {

    static VocabularyEntryView of(OrderedEntry entry, boolean merging) {
        return new VocabularyEntryView(
                entry.id(),
                entry.name(),
                entry.names(),
                entry.displayName(),
                entry.position(),
                entry.isRetired(),
                entry.mergedIntoId(),
                merging,
                entry.version());
    }
}
