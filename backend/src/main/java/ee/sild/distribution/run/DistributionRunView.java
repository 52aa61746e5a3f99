package ee.sild.distribution.run;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;

/** A run over many opportunities: its proposals, its progress and the result of each. */
public record DistributionRunView(
        UUID id,
        DistributionMethod method,
        @Schema(nullable = true) MatchingWeights weights,
        DistributionRunStatus status,

        @Schema(description = "The number of opportunities in the run", examples = "20")
        int total,

        @Schema(description = "The number of opportunities processed in the current step", examples = "7")
        int progress,

        @Schema(description = "The opportunities of the run; omitted in lists")
        List<DistributionRunItemView> items,

        Ref createdBy,
        Instant createdAt,
        @Schema(nullable = true) Instant doneAt,
        long version)
        implements Identified, Versioned {

    DistributionRunView withoutItems() {
        return new DistributionRunView(
                id, method, weights, status, total, progress, List.of(), createdBy, createdAt, doneAt, version);
    }
}
