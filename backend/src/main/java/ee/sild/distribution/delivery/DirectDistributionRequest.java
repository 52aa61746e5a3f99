package ee.sild.distribution.delivery;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** Offers an opportunity to the partner that staff select. */
public record DirectDistributionRequest(
        @Schema(enumeration = "DIRECT") String method,

        @NotNull @Schema(description = "The partner that gets the offer")
        UUID partnerId,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "A message to the partner")
        String message,

        @Schema(
                nullable = true,
                description = "The time by which the partner must answer; defaults to the answer time of its tier")
        Instant answerBy,

        @Multiline
        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Why it is offered to a partner that rules exclude. Staff and a partner whose "
                        + "exclusivity is overridden read it")
        String overrideReason)
        implements DistributeOpportunityRequest {}
