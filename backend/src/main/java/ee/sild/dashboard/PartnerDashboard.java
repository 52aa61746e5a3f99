package ee.sild.dashboard;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's open tasks and performance. */
public record PartnerDashboard(
        @Schema(description = "Offers waiting for an answer")
        long distributed,

        Money distributedValue,

        @Schema(nullable = true, description = "When the most urgent offer has to be answered")
        Instant nextAnswerBy,

        @Schema(description = "Opportunities at work") long managed,
        Money managedValue,

        @Schema(description = "Value at work times its probability")
        Money forecast,

        @Schema(nullable = true, description = "The next date by which something is to be closed")
        LocalDate nextDueOn,

        @Schema(description = "Accepted, and nothing has been done since")
        long untouched,

        @Schema(description = "At work past the date by which they were to be closed")
        long overdue,

        @Schema(description = "At work, and nothing has been done for long")
        long stalled,

        @Schema(description = "Brought by this partner, waiting for approval")
        long pendingApproval,

        @Schema(description = "Own registrations that wait for the vendor")
        long registrationsPending,

        @Schema(description = "Own registrations about which the vendor wants to know more")
        long registrationsReturned,

        @Schema(description = "Own registrations that are exclusive now")
        long registrationsApproved,

        @Schema(nullable = true, description = "When the first of them ends")
        Instant nextExclusiveUntil,

        @Schema(description = "Value won this year") Money wonThisYear,

        @Schema(nullable = true, description = "Won of won and lost in the last twelve months")
        Double winRate) {}
