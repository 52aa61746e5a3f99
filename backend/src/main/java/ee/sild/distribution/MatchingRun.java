package ee.sild.distribution;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** A matching that decided to which partner an opportunity was offered, kept for good. */
@Entity
class MatchingRun {

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

    MatchingRun(
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

    UUID id() {
        return id;
    }

    UUID partnerId() {
        return partnerId;
    }

    DistributionMethod method() {
        return method;
    }

    String result() {
        return result;
    }

    /** The name of the distribution rule that chose the method; null where staff did. */
    String rule() {
        return rule;
    }

    UUID decidedBy() {
        return decidedBy;
    }
}
