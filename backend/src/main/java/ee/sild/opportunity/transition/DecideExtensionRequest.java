package ee.sild.opportunity.transition;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;
import ee.sild.platform.problem.Violations;

/** The vendor's decision on a partner's request for more time. */
public record DecideExtensionRequest(
        @NotNull @Schema(description = "Whether the extension is granted")
        Boolean granted,

        @Schema(nullable = true, description = "The granted date; defaults to the requested one")
        LocalDate dueOn,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "Required if the extension is refused")
        String reason) {

    /** Throws if a refusal has a date or no reason. */
    void check() {
        new Violations()
                .addIf(!granted && dueOn != null, "/dueOn", "extension.refused")
                .addIf(!granted && (reason == null || reason.isBlank()), "/reason", "required")
                .throwIfAny();
    }
}
