package ee.sild.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Role;

/** What an administrator may change about a person. */
public record EditUser(
        @NotBlank @Size(max = 200) String name, @NotNull Role role) {

    static EditUser of(User user) {
        return new EditUser(user.name(), user.role());
    }
}
