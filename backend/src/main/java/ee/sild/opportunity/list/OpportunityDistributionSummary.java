package ee.sild.opportunity.list;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a listed opportunity is being offered to partners. */
public record OpportunityDistributionSummary(
        @Schema(nullable = true, description = "The unanswered offer")
        UUID distributionId,

        @Schema(nullable = true, description = "The time by which the offer must be answered")
        Instant answerBy) {}
