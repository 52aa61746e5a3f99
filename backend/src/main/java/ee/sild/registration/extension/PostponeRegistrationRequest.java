package ee.sild.registration.extension;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

/** Restarts exclusivity that has expired. */
public record PostponeRegistrationRequest(@NotNull Instant exclusiveUntil) {}
