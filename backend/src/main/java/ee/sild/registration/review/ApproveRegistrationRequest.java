package ee.sild.registration.review;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The vendor's approval of a registration. */
public record ApproveRegistrationRequest(
        @Schema(nullable = true, description = "Until when it is exclusive; the usual time where left out")
        Instant exclusiveUntil) {}
