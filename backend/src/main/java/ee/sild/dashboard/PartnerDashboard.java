package ee.sild.dashboard;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Money;

/** A partner's open tasks and performance. */
public record PartnerDashboard(
        @Schema(description = "Offers that wait for an answer")
        long distributed,

        Money distributedValue,

        @Schema(nullable = true, description = "The earliest time by which an offer must be answered")
        Instant nextAnswerBy,

        @Schema(description = "Opportunities in progress") long managed,
        Money managedValue,

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
        long pendingApproval,

        @Schema(description = "Registrations that wait for the vendor's decision")
        long registrationsPending,

        @Schema(description = "Registrations for which the vendor has requested more information")
        long registrationsReturned,

        @Schema(description = "Registrations that are currently exclusive")
        long registrationsApproved,

        @Schema(nullable = true, description = "The earliest time at which one of them ends")
        Instant nextExclusiveUntil,

        @Schema(description = "The value won this year") Money wonThisYear,

        @Schema(nullable = true, description = "The share of won among closed opportunities of the last twelve months")
        Double winRate) {}
