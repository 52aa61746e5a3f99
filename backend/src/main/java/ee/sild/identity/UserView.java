package ee.sild.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** A user as colleagues and administrators see them. */
public record UserView(
        UUID id,
        @Schema(examples = "Kadri Tamm") String name,
        @Schema(examples = "kadri@pohjala.example") String email,
        Role role,

        @Schema(nullable = true, description = "The partner company of the user; null for staff")
        UUID partnerId,

        UserStatus status,
        Language language,

        @Schema(description = "Whether signing in needs a code besides the password")
        boolean secondFactor,

        Instant createdAt,
        List<UserAction> actions,
        long version)
        implements Versioned {

    public static UserView of(User user, CurrentUser viewer) {
        return new UserView(
                user.id(),
                user.name(),
                user.email(),
                user.role(),
                user.partnerId(),
                user.status(),
                user.language(),
                user.hasSecondFactor(),
                user.createdAt(),
                UserAction.of(user, viewer.callerOrNull()),
                user.version());
    }
}
