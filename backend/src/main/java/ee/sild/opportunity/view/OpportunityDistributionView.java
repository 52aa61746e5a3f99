package ee.sild.opportunity.view;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an opportunity is being offered to partners. */
public record OpportunityDistributionView(
        @Schema(nullable = true, description = "The offer that waits for an answer")
        UUID distributionId,

        @Schema(nullable = true, description = "When the offer has to be answered")
        Instant answerBy,

        @Schema(nullable = true) Instant deliveredAt,

        @Schema(description = "Whether it was to go to the next partner by itself, and none is left")
        boolean exhausted) {}
