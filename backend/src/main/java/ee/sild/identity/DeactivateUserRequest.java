package ee.sild.identity;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes over what a deactivated user owns. */
public record DeactivateUserRequest(
        @Schema(nullable = true, description = "Required if the user owns something")
        UUID successorId) {}
