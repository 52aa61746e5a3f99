package ee.sild.opportunity.state;

import jakarta.persistence.Embeddable;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How the next partner is found automatically.
 *
 * @param method the distribution method; null if the next partner is not found automatically
 * @param weights the weights of the matching, as JSON; null for the vendor's defaults
 * @param exhausted whether no partner was left to offer it to
 */
@Embeddable
public record DistributionPlan(
        String method, @JdbcTypeCode(SqlTypes.JSON) String weights, boolean exhausted) {

    public static final DistributionPlan NONE = new DistributionPlan(null, null, false);
    public static final DistributionPlan EXHAUSTED = new DistributionPlan(null, null, true);

    /** The method that lets the distribution rules decide. */
    private static final String AUTOMATIC = "AUTOMATIC";

    public DistributionPlan continuedBy(String nextMethod, String nextWeights) {
        return new DistributionPlan(nextMethod, nextWeights, exhausted);
    }

    public DistributionPlan automatic() {
        return new DistributionPlan(AUTOMATIC, weights, exhausted);
    }

    public DistributionPlan notExhausted() {
        return new DistributionPlan(method, weights, false);
    }
}
