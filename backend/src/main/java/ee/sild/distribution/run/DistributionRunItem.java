package ee.sild.distribution.run;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.distribution.delivery.ResolvedMethod;
import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** One opportunity of a distribution run. */
@Entity
class DistributionRunItem {

    @Id
    private UUID id;

    private UUID runId;
    private int position;
    private UUID opportunityId;
    private UUID proposedPartnerId;
    private UUID partnerId;
    private String overrideReason;

    @Enumerated(STRING)
    private DistributionMethod method;

    private String rule;

    @Enumerated(STRING)
    private DistributionRunItemStatus status;

    private String code;

    @Version
    private long version;

    protected DistributionRunItem() {
        // for Hibernate
    }

    DistributionRunItem(UUID runId, int position, UUID opportunityId) {
        this.id = Ids.next();
        this.runId = runId;
        this.position = position;
        this.opportunityId = opportunityId;
        this.status = DistributionRunItemStatus.WAITING;
    }

    /** @param partner null if it goes to the pool */
    void propose(ResolvedMethod resolved, UUID partner) {
        method = resolved.method();
        rule = resolved.rule();
        proposedPartnerId = partner;
        partnerId = partner;
        status = DistributionRunItemStatus.PROPOSED;
    }

    void nobody(ResolvedMethod resolved) {
        method = resolved == null ? null : resolved.method();
        rule = resolved == null ? null : resolved.rule();
        status = DistributionRunItemStatus.NOBODY;
    }

    /**
     * Staff select another partner, or none.
     *
     * @param reason why the rules that exclude the partner are overridden; null if they are not
     */
    void choose(UUID partner, String reason) {
        partnerId = partner;
        overrideReason = reason;
        status = partner == null ? DistributionRunItemStatus.SKIPPED : DistributionRunItemStatus.PROPOSED;
    }

    void leaveOut() {
        status = DistributionRunItemStatus.SKIPPED;
    }

    void done() {
        status = DistributionRunItemStatus.DONE;
    }

    void failed(String why) {
        status = DistributionRunItemStatus.FAILED;
        code = why;
    }

    UUID id() {
        return id;
    }

    UUID opportunityId() {
        return opportunityId;
    }

    UUID partnerId() {
        return partnerId;
    }

    String overrideReason() {
        return overrideReason;
    }

    /** Whether the partner is the one that matching proposed. */
    boolean isAsProposed() {
        return partnerId == null ? proposedPartnerId == null : partnerId.equals(proposedPartnerId);
    }

    DistributionMethod method() {
        return method;
    }

    String rule() {
        return rule;
    }

    DistributionRunItemStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
