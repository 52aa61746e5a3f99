package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;

/** Which opportunities are distributed together, and how. */
public record CreateDistributionRunRequest(
        @NotNull @Size(min = 1, max = 500) @Schema(description = "The opportunities to distribute, without duplicates")
        List<@NotNull UUID> opportunityIds,

        @NotNull @Schema(description = "The method: `PREFERRED`, `CASCADE`, `ROUND_ROBIN` or `AUTOMATIC`")
        DistributionMethod method,

        @Valid
        @Schema(nullable = true, description = "Weights to use instead of the defaults; not allowed with `AUTOMATIC`")
        MatchingWeights weights) {}
