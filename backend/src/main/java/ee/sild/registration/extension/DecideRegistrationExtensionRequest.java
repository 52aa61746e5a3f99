package ee.sild.registration.extension;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;
import ee.sild.platform.problem.Violations;

/** The vendor's decision on a partner's request for longer exclusivity. */
public record DecideRegistrationExtensionRequest(
        @NotNull @Schema(description = "Whether the extension is granted")
        Boolean granted,

        @Schema(nullable = true, description = "A different end than the requested one")
        Instant exclusiveUntil,

        @Multiline
        @Size(max = 2000)
        @Schema(nullable = true, description = "The reason; required if the extension is refused")
        String reason) {

    /** Throws if a refusal has a date or no reason. */
    void check() {
        new Violations()
                .addIf(!granted && exclusiveUntil != null, "/exclusiveUntil", "extension.refused")
                .addIf(!granted && (reason == null || reason.isBlank()), "/reason", "required")
                .throwIfAny();
    }
}
