package ee.sild.dashboard;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** The vendor's open tasks and the results of distribution. */
public record StaffDashboard(
        @Schema(description = "Brought by partners, to be approved")
        long pendingApproval,

        @Schema(description = "Not yet offered to anyone") long undistributed,

        @Schema(description = "Declined, expired or returned: to be offered to somebody else")
        long fellBack,

        @Schema(description = "Offers waiting for an answer")
        long delivered,

        @Schema(description = "Were to go to the next partner by themselves, and none is left")
        long exhausted,

        @Schema(description = "For which a partner asks for more time")
        long extensionRequested,

        @Schema(description = "Registrations to decide on") long registrations,

        @Schema(description = "Registrations for which a partner asks for more time")
        long registrationExtensions,

        @Schema(description = "Accepted, and nothing has been done since")
        long untouched,

        @Schema(description = "At work past the date by which they were to be closed")
        long overdue,

        @Schema(description = "At a partner that has done nothing for long")
        long stalled,

        @Schema(description = "Value of what is open, in the base currency")
        Money openValue,

        @Schema(description = "Value of what is open times its probability, in the base currency")
        Money forecast,

        @Schema(description = "Value won this year, in the base currency")
        Money wonThisYear,

        @Schema(nullable = true, description = "Accepted of all answered or expired offers of the last twelve months")
        Double acceptanceRate,

        @Schema(
                nullable = true,
                description = "Hours until an offer was answered, on average, in the last twelve months")
        Double answerHours,

        @Schema(nullable = true, description = "Won of won and lost in the last twelve months")
        Double winRate,

        List<PartnerValue> topPartners) {}
