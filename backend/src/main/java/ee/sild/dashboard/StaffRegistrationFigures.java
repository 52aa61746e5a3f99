package ee.sild.dashboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The numbers of registrations that wait for the vendor. */
public record StaffRegistrationFigures(
        @Schema(description = "Registrations that wait for a decision")
        long pending,

        @Schema(description = "Registrations for which a partner has requested an extension")
        long extensionRequested,

        @Schema(description = "Approved registrations with a change of their scope that waits for approval")
        long changeRequested) {}
