package ee.sild.opportunity.view;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an opportunity is being offered to partners. */
public record OpportunityDistributionView(
        @Schema(nullable = true, description = "The unanswered offer")
        UUID distributionId,

        @Schema(nullable = true, description = "The time by which the offer must be answered")
        Instant answerBy,

        @Schema(nullable = true) Instant deliveredAt,

        @Schema(description = "Whether automatic distribution found no partner")
        boolean exhausted) {}
