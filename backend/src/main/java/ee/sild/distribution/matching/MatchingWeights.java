package ee.sild.distribution.matching;

import java.util.EnumMap;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The weight of each score, from 0 (not counted) to 100. A missing weight has its default. */
@Schema(description = "The weights of the scores, from 0 (ignored) to 100; omitted weights have their " + "defaults")
public record MatchingWeights(
        @Min(0)
        @Max(100)
        @Schema(nullable = true, description = "Managing the customer; defaults to 30", examples = "30")
        Integer managingPartner,

        @Min(0) @Max(100) @Schema(nullable = true, description = "The tier; defaults to 15", examples = "15")
        Integer tier,

        @Min(0)
        @Max(100)
        @Schema(nullable = true, description = "Matching competencies; defaults to 15", examples = "15")
        Integer competencyFit,

        @Min(0)
        @Max(100)
        @Schema(nullable = true, description = "The distance between territories; defaults to 10", examples = "10")
        Integer territoryDistance,

        @Min(0) @Max(100) @Schema(nullable = true, description = "The win rate; defaults to 10", examples = "10")
        Integer winRate,

        @Min(0) @Max(100) @Schema(nullable = true, description = "Quick answers; defaults to 5", examples = "5")
        Integer answerSpeed,

        @Min(0) @Max(100) @Schema(nullable = true, description = "Free capacity; defaults to 10", examples = "10")
        Integer freeCapacity,

        @Min(0)
        @Max(100)
        @Schema(nullable = true, description = "The time since the last delivery; defaults to 5", examples = "5")
        Integer fairness) {

    public static final MatchingWeights USUAL = new MatchingWeights(null, null, null, null, null, null, null, null);
    private static final Map<MatchingScore, Integer> DEFAULT = new EnumMap<>(Map.of(
            MatchingScore.MANAGING_PARTNER,
            30,
            MatchingScore.TIER,
            15,
            MatchingScore.COMPETENCY_FIT,
            15,
            MatchingScore.TERRITORY_DISTANCE,
            10,
            MatchingScore.WIN_RATE,
            10,
            MatchingScore.ANSWER_SPEED,
            5,
            MatchingScore.FREE_CAPACITY,
            10,
            MatchingScore.FAIRNESS,
            5));

    /** The weights, or the usual ones for null. */
    public static MatchingWeights orUsual(MatchingWeights weights) {
        return weights == null ? USUAL : weights;
    }

    int of(MatchingScore score) {
        Integer own = switch (score) {
            case MANAGING_PARTNER -> managingPartner;
            case TIER -> tier;
            case COMPETENCY_FIT -> competencyFit;
            case TERRITORY_DISTANCE -> territoryDistance;
            case WIN_RATE -> winRate;
            case ANSWER_SPEED -> answerSpeed;
            case FREE_CAPACITY -> freeCapacity;
            case FAIRNESS -> fairness;
        };
        return own == null ? DEFAULT.get(score) : own;
    }
}
