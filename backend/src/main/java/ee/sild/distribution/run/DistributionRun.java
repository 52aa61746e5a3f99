package ee.sild.distribution.run;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** A bulk distribution of opportunities: previewed first, then executed one by one. */
@Entity
class DistributionRun {

    @Id
    private UUID id;

    @Enumerated(STRING)
    private DistributionMethod method;

    @JdbcTypeCode(SqlTypes.JSON)
    private MatchingWeights weights;

    @Enumerated(STRING)
    private DistributionRunStatus status;

    private UUID createdBy;
    private Instant createdAt;
    private Instant confirmedAt;
    private Instant doneAt;

    @Version
    private long version;

    protected DistributionRun() {
        // for Hibernate
    }

    DistributionRun(DistributionMethod method, MatchingWeights weights, UUID createdBy, Instant now) {
        this.id = Ids.next();
        this.method = method;
        this.weights = weights;
        this.status = DistributionRunStatus.PREPARING;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void prepared() {
        status = status.movedTo(DistributionRunStatus.PREVIEW);
    }

    void confirm(Instant now) {
        status = status.movedTo(DistributionRunStatus.RUNNING);
        confirmedAt = now;
    }

    void done(Instant now) {
        status = status.movedTo(DistributionRunStatus.DONE);
        doneAt = now;
    }

    UUID id() {
        return id;
    }

    DistributionMethod method() {
        return method;
    }

    /** Null for the default weights. */
    MatchingWeights weights() {
        return weights;
    }

    DistributionRunStatus status() {
        return status;
    }

    UUID createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant doneAt() {
        return doneAt;
    }

    long version() {
        return version;
    }
}
