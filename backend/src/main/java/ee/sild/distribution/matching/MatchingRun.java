package ee.sild.distribution.matching;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** A matching that decided which partner an opportunity was offered to. It is kept permanently. */
@Entity
public class MatchingRun {

    @Id
    private UUID id;

    private UUID opportunityId;
    private UUID partnerId;

    @Enumerated(STRING)
    private DistributionMethod method;

    @JdbcTypeCode(SqlTypes.JSON)
    private String result;

    private String rule;
    private UUID decidedBy;
    private Instant decidedAt;

    protected MatchingRun() {
        // for Hibernate
    }

    public MatchingRun(
            UUID opportunityId,
            UUID partnerId,
            DistributionMethod method,
            String rule,
            String result,
            UUID decidedBy,
            Instant now) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.partnerId = partnerId;
        this.method = method;
        this.rule = rule;
        this.result = result;
        this.decidedBy = decidedBy;
        this.decidedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public DistributionMethod method() {
        return method;
    }

    public String result() {
        return result;
    }

    /** The name of the distribution rule that selected the method; null if staff did. */
    public String rule() {
        return rule;
    }

    public UUID decidedBy() {
        return decidedBy;
    }
}
