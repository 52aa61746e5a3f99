package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The approval rules as a whole, with one version. */
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
