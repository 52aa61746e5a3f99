package ee.sild.identity.invitation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.identity.UserStatus;

/** Who an invitation is for, as shown to the holder of the link. */
public record InvitedView(
        @Schema(examples = "Kadri Tamm") String name,
        @Schema(examples = "kadri@pohjala.example") String email,
        UserStatus status) {}
