package ee.sild.opportunity;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** What is stored of an opportunity. Only the commands of this package change it. */
@MappedSuperclass
public abstract class OpportunityState {

    @Id
    private UUID id;

    private String number;
    private UUID customerId;

    @Enumerated(STRING)
    private Source source;

    @Enumerated(STRING)
    private OpportunityStatus status;

    private UUID ownerId;
    private UUID partnerId;
    private UUID collaborationId;

    private UUID createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private long version;

    protected OpportunityState() {
        // for Hibernate
    }

    OpportunityState(
            String number, UUID customerId, Source source, OpportunityStatus status, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.number = number;
        this.customerId = customerId;
        this.source = source;
        this.status = status;
        this.createdBy = createdBy;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    void managedBy(UUID partner) {
        partnerId = partner;
    }

    void sharedIn(UUID collaboration) {
        collaborationId = collaboration;
    }

    void become(OpportunityStatus next) {
        status = next;
    }

    void ownedBy(UUID owner) {
        ownerId = owner;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return number;
    }

    public UUID customerId() {
        return customerId;
    }

    void belongTo(UUID customer) {
        customerId = customer;
    }

    public Source source() {
        return source;
    }

    public OpportunityStatus status() {
        return status;
    }

    public UUID ownerId() {
        return ownerId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    /** The current collaboration; null if at most one partner works on it. */
    public UUID collaborationId() {
        return collaborationId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
