package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Offers an opportunity to the partner that staff select. */
public record DirectDistributionRequest(
        @Schema(enumeration = "DIRECT") String method,

        @NotNull @Schema(description = "The partner that it is offered to")
        UUID partnerId,

        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner")
        String message,

        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out")
        Instant answerBy)
        implements DistributeOpportunityRequest {}
