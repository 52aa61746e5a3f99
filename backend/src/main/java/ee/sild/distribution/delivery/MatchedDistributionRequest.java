package ee.sild.distribution.delivery;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.platform.Multiline;

/** Offers an opportunity to the partner that matching or the distribution rules find. */
public record MatchedDistributionRequest(
        @Schema(
                enumeration = {"PREFERRED", "CASCADE", "ROUND_ROBIN", "AUTOMATIC"},
                description = "How the partner is selected")
        DistributionMethod method,

        @Valid @Schema(nullable = true, description = "Weights of the scores, instead of the defaults")
        MatchingWeights weights,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "A message to the partner")
        String message,

        @Schema(
                nullable = true,
                description = "The time by which the partner must answer; defaults to the answer time of its tier")
        Instant answerBy)
        implements DistributeOpportunityRequest {}
