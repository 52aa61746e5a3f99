package ee.sild.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people may change about themselves. */
public record EditMe(@NotBlank @Size(max = 200) @Schema(examples = "Mari Saar") String name,
        @NotNull Language language,
        @Size(min = 12, max = 200) @Schema(nullable = true, description = "A new password, 12 characters or more; ends all other sessions") String password,
        @Size(max = 200) @Schema(nullable = true, description = "Needed with a new password") String currentPassword) {

    static EditMe of(User user) {
        return new EditMe(user.name(), user.language(), null, null);
    }
}
