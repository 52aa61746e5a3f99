package ee.sild.registration.approval;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** The approval rules as a whole, with one version, and when a change of what was approved is material. */
@Entity
class ApprovalPolicy {

    @Id
    private UUID id;

    private int materialChangePercent;

    @Version
    private long version;

    protected ApprovalPolicy() {
        // for Hibernate
    }

    void allowChangesUpTo(int percent) {
        materialChangePercent = percent;
    }

    int materialChangePercent() {
        return materialChangePercent;
    }

    long version() {
        return version;
    }
}
