package ee.sild.settings;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import of exchange rates has done, or would do. */
public record ImportedRatesView(
        @Schema(description = "The currencies of the file, besides the base currency")
        List<String> currencies,

        @Schema(description = "The first day of the file") LocalDate firstDay,

        @Schema(description = "The last day of the file") LocalDate lastDay,

        @Schema(description = "The number of rates that did not exist")
        int added,

        @Schema(description = "The number of rates that had another value")
        int changed,

        @Schema(description = "The number of rates that had the same value")
        int unchanged) {}
