package ee.sild.identity;

import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.security.Role;

/** What an administrator may change about a user. */
public record EditUserRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull Role role,

        @Schema(
                nullable = true,
                description =
                        "Who takes over what the user owns and cannot own in the new role; required if there is any")
        UUID successorId) {

    static EditUserRequest of(User user) {
        return new EditUserRequest(user.name(), user.role(), null);
    }
}
