package ee.sild.identity.signing;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;
import ee.sild.platform.problem.RuleViolation;

/** An ES256 key pair that signs the tokens of this installation from a given time until the next key does. */
@Entity
class SigningKey {

    @Id
    private UUID id;

    private String publicKey;
    private byte[] privateKey;
    private Instant createdAt;
    private Instant signsFrom;
    private Instant verifiesUntil;
    private Instant revokedAt;

    @Version
    private long version;

    protected SigningKey() {
        // for Hibernate
    }

    SigningKey(String publicKey, byte[] sealedPrivateKey, Instant now, Instant signsFrom) {
        this.id = Ids.next();
        this.publicKey = publicKey;
        this.privateKey = sealedPrivateKey;
        this.createdAt = now;
        this.signsFrom = signsFrom;
    }

    /** Its tokens are valid until then; without a successor they have no limit. */
    void verifyUntil(Instant until) {
        verifiesUntil = until;
    }

    /** Its tokens are no longer valid. */
    void revoke(Instant now) {
        if (revokedAt != null) {
            throw new RuleViolation("signing-key.revoked");
        }
        revokedAt = now;
    }

    UUID id() {
        return id;
    }

    String publicKey() {
        return publicKey;
    }

    byte[] privateKey() {
        return privateKey;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant signsFrom() {
        return signsFrom;
    }

    Instant verifiesUntil() {
        return verifiesUntil;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    long version() {
        return version;
    }
}
