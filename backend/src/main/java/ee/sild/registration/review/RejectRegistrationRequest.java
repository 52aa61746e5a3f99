package ee.sild.registration.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;
import ee.sild.registration.RefusalReason;

/** Why the vendor rejects a registration. */
public record RejectRegistrationRequest(
        @NotNull RefusalReason reasonCode,

        @NotBlank @Multiline @Size(max = 2000) @Schema(description = "The reason, which is visible to the partner")
        String reason) {}
