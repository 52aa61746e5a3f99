package ee.sild.distribution.matching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The weights, the order and the number of candidates to show. */
public class MatchFilter {

    @QueryParam("managingPartner")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of managing the customer, from 0 to 100; defaults to 30", example = "30")
    Integer managingPartner;

    @QueryParam("tier")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of the tier, from 0 to 100; defaults to 15", example = "15")
    Integer tier;

    @QueryParam("competencyFit")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of matching competencies, from 0 to 100; defaults to 15", example = "15")
    Integer competencyFit;

    @QueryParam("territoryDistance")
    @Min(0)
    @Max(100)
    @Parameter(
            description = "Weight of the distance between territories, from 0 to 100; defaults to 10",
            example = "10")
    Integer territoryDistance;

    @QueryParam("winRate")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of the win rate, from 0 to 100; defaults to 10", example = "10")
    Integer winRate;

    @QueryParam("answerSpeed")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of quick answers, from 0 to 100; defaults to 5", example = "5")
    Integer answerSpeed;

    @QueryParam("freeCapacity")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of free capacity, from 0 to 100; defaults to 10", example = "10")
    Integer freeCapacity;

    @QueryParam("fairness")
    @Min(0)
    @Max(100)
    @Parameter(description = "Weight of the time since the last delivery, from 0 to 100; defaults to 5", example = "5")
    Integer fairness;

    @QueryParam("method")
    @Parameter(description = "With `ROUND_ROBIN`, eligible partners are returned in the order of their turns")
    public DistributionMethod method;

    @QueryParam("limit")
    @DefaultValue("25")
    @Min(1)
    @Max(200)
    @Parameter(description = "The number of candidates to return")
    public int limit;

    public MatchingWeights weights() {
        return new MatchingWeights(
                managingPartner, tier, competencyFit, territoryDistance, winRate, answerSpeed, freeCapacity, fairness);
    }
}
