package ee.sild.identity.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import ee.sild.identity.User;
import ee.sild.platform.Ids;

/** A change of an account of which its user is notified by mail, because somebody else may have made it. */
@Entity
class AccountNotice {

    /** What has changed. */
    enum Kind {
        PASSWORD_CHANGED,
        EMAIL_CHANGED,
        SECOND_FACTOR_ENABLED,
        SECOND_FACTOR_DISABLED,
        RECOVERY_CODE_USED
    }

    @Id
    private UUID id;

    private UUID userId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String email;
    private Instant at;

    protected AccountNotice() {
        // for Hibernate
    }

    AccountNotice(User user, Kind kind, Instant now) {
        this.id = Ids.next();
        this.userId = user.id();
        this.kind = kind;
        this.email = user.email();
        this.at = now;
    }

    UUID id() {
        return id;
    }

    UUID userId() {
        return userId;
    }

    Kind kind() {
        return kind;
    }

    String email() {
        return email;
    }

    Instant at() {
        return at;
    }
}
