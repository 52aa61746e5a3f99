package ee.sild.identity.recovery;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import ee.sild.platform.Ids;

/** Somebody has asked for a new password for an address, which may have no account. */
@Entity
@Table(name = "password_reset_request")
class ResetRequest {

    @Id
    private UUID id;

    private String email;
    private Instant requestedAt;

    protected ResetRequest() {
        // for Hibernate
    }

    ResetRequest(String email, Instant now) {
        this.id = Ids.next();
        this.email = email;
        this.requestedAt = now;
    }

    String email() {
        return email;
    }
}
