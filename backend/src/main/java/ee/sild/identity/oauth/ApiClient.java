package ee.sild.identity.oauth;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.identity.RandomToken;
import ee.sild.platform.problem.RuleViolation;

/** Another system that calls the API, for the vendor or for one partner, limited to its scopes. */
@Entity
class ApiClient {

    @Id
    private UUID userId;

    private String clientId;
    private String secretHash;
    private String[] scopes;
    private Instant createdAt;
    private Instant revokedAt;
    private String previousSecretHash;
    private Instant previousSecretUntil;

    @Version
    private long version;

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
        requireOpen();
        revokedAt = now;
        previousSecretHash = null;
        previousSecretUntil = null;
    }

    /** The old secret stays valid for a while, so that the system can switch without a failed request. */
    void rotate(String newSecretHash, Instant oldOneUntil) {
        requireOpen();
        previousSecretHash = secretHash;
        previousSecretUntil = oldOneUntil;
        secretHash = newSecretHash;
    }

    private void requireOpen() {
        if (revokedAt != null) {
            throw new RuleViolation("client.revoked");
        }
    }

    boolean proves(String secret, Instant now) {
        boolean previous = previousSecretUntil != null
                && previousSecretUntil.isAfter(now)
                && RandomToken.matches(secret, previousSecretHash);
        return revokedAt == null && (RandomToken.matches(secret, secretHash) || previous);
    }

    /** Until when the previous secret is valid; null if it is not. */
    Instant previousSecretUntil(Instant now) {
        return previousSecretUntil != null && previousSecretUntil.isAfter(now) ? previousSecretUntil : null;
    }

    long version() {
        return version;
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
