package ee.sild.distribution.offer;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.MatchingWeights;

/** Offers an opportunity to the partner that matching or the distribution rules find. */
public record MatchedDistributionRequest(
        @Schema(
                enumeration = {"PREFERRED", "CASCADE", "ROUND_ROBIN", "AUTOMATIC"},
                description = "How the partner is found")
        DistributionMethod method,

        @Valid @Schema(nullable = true, description = "Other weights than the usual ones")
        MatchingWeights weights,

        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner")
        String message,

        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out")
        Instant answerBy)
        implements DistributeOpportunityRequest {}
