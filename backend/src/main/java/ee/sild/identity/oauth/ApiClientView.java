package ee.sild.identity.oauth;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.identity.User;
import ee.sild.platform.Identified;
import ee.sild.platform.http.Versioned;
import ee.sild.platform.security.Role;

/** An integration client; its secret is shown once, when it is created. */
public record ApiClientView(
        UUID id,
        @Schema(examples = "CRM synchronisation") String name,
        Role role,
        @Schema(nullable = true) UUID partnerId,
        @Schema(examples = "sild_crm_4f1c") String clientId,

        @Schema(nullable = true, description = "The client secret; only returned when it is created or rotated")
        String clientSecret,

        Set<String> scopes,
        Instant createdAt,
        @Schema(nullable = true) Instant revokedAt,

        @Schema(nullable = true, description = "The previous secret remains valid until this time")
        Instant previousSecretUntil,

        long version)
        implements Identified, Versioned {

    static ApiClientView of(ApiClient client, User user, String secret, Instant now) {
        return new ApiClientView(
                user.id(),
                user.name(),
                user.role(),
                user.partnerId(),
                client.clientId(),
                secret,
                client.scopes(),
                client.createdAt(),
                client.revokedAt(),
                client.previousSecretUntil(now),
                client.version());
    }
}
