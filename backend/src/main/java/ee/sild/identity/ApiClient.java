package ee.sild.identity;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.RuleViolation;

/** Another system that calls the API, for the vendor or for one partner, with no more than its scopes. */
@Entity
class ApiClient {

    @Id
    private UUID userId;
    private String clientId;
    private String secretHash;
    private String[] scopes;
    private Instant createdAt;
    private Instant revokedAt;

    protected ApiClient() {
        // for Hibernate
    }

    ApiClient(UUID userId, String clientId, String secretHash, Set<String> scopes, Instant now) {
        this.userId = userId;
        this.clientId = clientId;
        this.secretHash = secretHash;
        this.scopes = new TreeSet<>(scopes).toArray(String[]::new);
        this.createdAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt != null) {
            throw new RuleViolation("client.revoked");
        }
        revokedAt = now;
    }

    boolean proves(String secret) {
        return revokedAt == null && Secret.matches(secret, secretHash);
    }

    UUID userId() {
        return userId;
    }

    String clientId() {
        return clientId;
    }

    Set<String> scopes() {
        return new TreeSet<>(Set.of(scopes));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }
}
