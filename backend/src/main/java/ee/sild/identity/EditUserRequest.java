package ee.sild.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ee.sild.platform.security.Role;

/** What an administrator may change about a user. */
public record EditUserRequest(
        @NotBlank @Size(max = 200) String name, @NotNull Role role) {

    static EditUserRequest of(User user) {
        return new EditUserRequest(user.name(), user.role());
    }
}
