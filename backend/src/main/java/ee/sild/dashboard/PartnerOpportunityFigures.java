package ee.sild.dashboard;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's opportunities in progress, and those that wait for approval. */
public record PartnerOpportunityFigures(
        @Schema(description = "Opportunities in progress") long managed,

        @Schema(description = "The value of the opportunities in progress")
        Money value,

        @Schema(description = "The value of the opportunities in progress, weighted by probability")
        Money forecast,

        @Schema(nullable = true, description = "The next expected closing date")
        LocalDate nextDueOn,

        @Schema(description = "Accepted opportunities without any activity since")
        long untouched,

        @Schema(description = "Opportunities in progress past their expected closing date")
        long overdue,

        @Schema(description = "Opportunities in progress without recent activity")
        long stalled,

        @Schema(description = "Opportunities created by the partner that wait for approval")
        long pendingApproval) {}
