package ee.sild.registration.review;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The vendor's approval of a registration. */
public record ApproveRegistrationRequest(
        @Schema(nullable = true, description = "The end of the exclusivity; defaults to the standard period")
        Instant exclusiveUntil) {}
