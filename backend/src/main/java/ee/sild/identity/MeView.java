package ee.sild.identity;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.Ref;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.security.Role;

/** The caller's profile for the web app. */
public record MeView(
        UUID id,
        @Schema(examples = "Mari Saar") String name,

        @Schema(nullable = true, description = "The email address; null for an integration client")
        String email,

        Role role,

        @Schema(description = "Whether the caller is a user or client of the vendor")
        boolean staff,

        @Schema(nullable = true, description = "The partner company of the caller; null for staff")
        Ref partner,

        Language language,

        @Schema(description = "The notifications that the caller has turned off in the app")
        List<NotificationKind> mutedInApp,

        @Schema(description = "The notifications that the caller has turned off by email")
        List<NotificationKind> mutedMail,

        @Schema(
                description =
                        "Whether the vendor requires a second factor that the caller has not set up yet. Until then, "
                                + "only the caller's own account is accessible")
        boolean secondFactorDue,

        @Schema(description = "The base currency, in which sums are returned", examples = "EUR")
        String baseCurrency,

        long version)
        implements Versioned {

    public static MeView of(User user, EntityManager database, String baseCurrency) {
        Ref partner = user.partnerId() == null
                ? null
                : new Ref(
                        user.partnerId(),
                        ScalarQuery.of(database, "select name from user_partner where id = :id", String.class)
                                .setParameter("id", user.partnerId())
                                .getSingleResult());
        return new MeView(
                user.id(),
                user.name(),
                user.email(),
                user.role(),
                user.role().isStaff(),
                partner,
                user.language(),
                user.mutedInApp(),
                user.mutedMail(),
                isSecondFactorDue(user, database),
                baseCurrency,
                user.version());
    }

    private static boolean isSecondFactorDue(User user, EntityManager database) {
        return !user.hasSecondFactor()
                && ScalarQuery.of(
                                database,
                                "select exists (select from policy p where :role = any (p.second_factor_roles))",
                                Boolean.class)
                        .setParameter("role", user.role().name())
                        .getSingleResult();
    }
}
