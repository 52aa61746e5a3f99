package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of opportunities that wait for something. */
public record StaffOpportunityFigures(
        @Schema(description = "Opportunities created by partners that wait for approval")
        long pendingApproval,

        @Schema(description = "Opportunities that have not been offered to any partner")
        long undistributed,

        @Schema(description = "Opportunities that were declined, expired or returned and can be offered again")
        long fellBack,

        @Schema(description = "Offers that wait for an answer")
        long delivered,

        @Schema(description = "Opportunities whose automatic distribution has run out of partners")
        long exhausted,

        @Schema(description = "Opportunities for which a partner has requested an extension")
        long extensionRequested,

        @Schema(description = "Accepted opportunities without any activity since")
        long untouched,

        @Schema(description = "Opportunities in progress past their expected closing date")
        long overdue,

        @Schema(description = "Opportunities in progress whose partner has not been active recently")
        long stalled) {}
