package ee.sild.identity.secondfactor;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The secret that a user shares with an authenticator app. It is not used at sign-in until the user has proved that the
 * app has it: see {@code User.secondFactorSince}.
 */
@Entity
class SecondFactor {

    @Id
    private UUID userId;

    /** Encrypted with the secret of the installation. */
    private byte[] secret;

    private Instant createdAt;

    /** Of the last code that was accepted: an earlier or the same one is not accepted again. */
    private Long lastStep;

    protected SecondFactor() {
        // for Hibernate
    }

    SecondFactor(UUID userId, byte[] secret, Instant now) {
        this.userId = userId;
        this.secret = secret;
        this.createdAt = now;
    }

    byte[] secret() {
        return secret;
    }

    /** Whether the code of this time step has not been accepted before; from now on it has. */
    boolean use(long step) {
        if (lastStep != null && step <= lastStep) {
            return false;
        }
        lastStep = step;
        return true;
    }
}
