package ee.sild.opportunity.transition;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Violations;

/** The vendor's answer to a partner that asks for more time. */
public record DecideExtensionRequest(
        @NotNull @Schema(description = "Whether there is more time")
        Boolean granted,

        @Schema(nullable = true, description = "Another date than the one that was asked for")
        LocalDate dueOn,

        @Size(max = 2000) @Schema(nullable = true, description = "Needed where it is refused")
        String reason) {

    /** Refuses what is no answer. */
    void check() {
        new Violations()
                .addIf(!granted && dueOn != null, "/dueOn", "extension.refused")
                .addIf(!granted && (reason == null || reason.isBlank()), "/reason", "required")
                .throwIfAny();
    }
}
