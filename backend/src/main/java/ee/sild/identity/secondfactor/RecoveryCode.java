package ee.sild.identity.secondfactor;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ee.sild.platform.Ids;

/** A code that replaces one of the authenticator app, once: the user has lost the app. */
@Entity
class RecoveryCode {

    @Id
    private UUID id;

    private UUID userId;
    private String codeHash;
    private Instant usedAt;

    protected RecoveryCode() {
        // for Hibernate
    }

    RecoveryCode(UUID userId, String codeHash) {
        this.id = Ids.next();
        this.userId = userId;
        this.codeHash = codeHash;
    }

    void use(Instant now) {
        usedAt = now;
    }
}
