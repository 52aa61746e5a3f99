package ee.sild.registration.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** Why the vendor ends exclusivity early. */
public record RevokeRegistrationRequest(
        @NotBlank @Multiline @Size(max = 2000) @Schema(description = "The reason, which is visible to the partner")
        String reason) {}
