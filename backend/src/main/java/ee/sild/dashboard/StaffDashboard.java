package ee.sild.dashboard;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** The vendor's open tasks and the results of distribution. */
public record StaffDashboard(
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

        @Schema(description = "Registrations that wait for a decision")
        long registrations,

        @Schema(description = "Registrations for which a partner has requested an extension")
        long registrationExtensions,

        @Schema(description = "Accepted opportunities without any activity since")
        long untouched,

        @Schema(description = "Opportunities in progress past their expected closing date")
        long overdue,

        @Schema(description = "Opportunities in progress whose partner has not been active recently")
        long stalled,

        @Schema(description = "The value of open opportunities, in the base currency")
        Money openValue,

        @Schema(description = "The value of open opportunities, weighted by probability, in the base currency")
        Money forecast,

        @Schema(description = "The value won this year, in the base currency")
        Money wonThisYear,

        @Schema(
                nullable = true,
                description = "The share of accepted among answered and expired offers of the last twelve " + "months")
        Double acceptanceRate,

        @Schema(
                nullable = true,
                description = "The average number of hours until an offer was answered in the last twelve " + "months")
        Double answerHours,

        @Schema(nullable = true, description = "The share of won among closed opportunities of the last twelve months")
        Double winRate,

        List<PartnerValue> topPartners) {}
