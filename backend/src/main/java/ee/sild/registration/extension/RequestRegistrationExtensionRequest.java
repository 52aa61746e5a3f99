package ee.sild.registration.extension;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** A partner's request for longer exclusivity. */
public record RequestRegistrationExtensionRequest(
        @NotNull Instant exclusiveUntil,
        @NotBlank @Multiline @Size(max = 2000) String reason) {}
