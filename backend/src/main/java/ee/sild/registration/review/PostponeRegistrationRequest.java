package ee.sild.registration.review;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;

/** Exclusivity that has run out begins anew. */
public record PostponeRegistrationRequest(@NotNull Instant exclusiveUntil) {}
