package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.distribution.offer.DistributionMethod;

/** Which opportunities are distributed together, and how. */
public record CreateDistributionRunRequest(
        @NotNull @Size(min = 1, max = 500) @Schema(description = "The opportunities, each once")
        List<@NotNull UUID> opportunityIds,

        @NotNull @Schema(description = "`PREFERRED`, `CASCADE`, `ROUND_ROBIN` or `AUTOMATIC`")
        DistributionMethod method,

        @Valid @Schema(nullable = true, description = "Other weights than the usual ones; not with `AUTOMATIC`")
        MatchingWeights weights) {}
