package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The page on which the rules of approval are. */
@Entity
class ApprovalPolicy {

    @Id
    private UUID id;

    @Version
    private long version;

    protected ApprovalPolicy() {
        // for Hibernate
    }

    long version() {
        return version;
    }
}
