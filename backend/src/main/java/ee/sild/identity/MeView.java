package ee.sild.identity;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Language;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.security.Role;

/** The caller's profile for the web app. */
public record MeView(
        UUID id,
        @Schema(examples = "Mari Saar") String name,

        @Schema(nullable = true, description = "Null for an integration client")
        String email,

        Role role,

        @Schema(description = "Whether the caller belongs to the vendor")
        boolean staff,

        @Schema(nullable = true, description = "The caller's partner company; null for the vendor's own")
        Ref partner,

        Language language,

        @Schema(description = "What the caller does not want to be told of in the app")
        List<NotificationKind> mutedInApp,

        @Schema(description = "What the caller does not want to be told of by mail")
        List<NotificationKind> mutedMail,

        @Schema(description = "Sums are shown in this currency", examples = "EUR")
        String baseCurrency,

        long version)
        implements Versioned {

    public static MeView of(User user, EntityManager database, String baseCurrency) {
        Ref partner = user.partnerId() == null
                ? null
                : new Ref(user.partnerId(), (String)
                        database.createNativeQuery("select name from user_partner where id = :id", String.class)
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
                baseCurrency,
                user.version());
    }
}
