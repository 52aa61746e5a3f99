package ee.sild.identity;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.Verbatim;

/** What users may change about themselves. */
public record EditMeRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Mari Saar")
        String name,

        @NotNull Language language,

        @NotNull @Size(max = 50) @Schema(description = "The notifications that the caller has turned off in the app")
        List<@NotNull NotificationKind> mutedInApp,

        @NotNull @Size(max = 50) @Schema(description = "The notifications that the caller has turned off by email")
        List<@NotNull NotificationKind> mutedMail,

        @Verbatim
        @Size(min = 12, max = 200)
        @Schema(nullable = true, description = "A new password of at least 12 characters; ends all other sessions")
        String password,

        @Verbatim
        @Size(max = 200)
        @Schema(nullable = true, description = "The current password; required to set a new one")
        String currentPassword) {

    public static EditMeRequest of(User user) {
        return new EditMeRequest(user.name(), user.language(), user.mutedInApp(), user.mutedMail(), null, null);
    }
}
