package ee.sild.dashboard;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of a partner's registrations. */
public record PartnerRegistrationFigures(
        @Schema(description = "Registrations that wait for the vendor's decision")
        long pending,

        @Schema(description = "Registrations for which the vendor has requested more information")
        long returned,

        @Schema(description = "Registrations that are currently exclusive")
        long approved,

        @Schema(nullable = true, description = "The earliest time at which one of them ends")
        Instant nextExclusiveUntil) {}
