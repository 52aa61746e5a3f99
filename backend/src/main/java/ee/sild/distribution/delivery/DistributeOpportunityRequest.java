package ee.sild.distribution.delivery;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Violations;

/** Who gets an opportunity, and how. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method", visible = true)
@JsonSubTypes({
    @JsonSubTypes.Type(value = DirectDistributionRequest.class, name = "DIRECT"),
    @JsonSubTypes.Type(value = CollaborativeDistributionRequest.class, name = "COLLABORATION"),
    @JsonSubTypes.Type(
            value = MatchedDistributionRequest.class,
            names = {"PREFERRED", "CASCADE", "ROUND_ROBIN", "AUTOMATIC"})
})
@Schema(
        oneOf = {
            DirectDistributionRequest.class,
            CollaborativeDistributionRequest.class,
            MatchedDistributionRequest.class
        },
        discriminatorProperty = "method",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "DIRECT", schema = DirectDistributionRequest.class),
            @DiscriminatorMapping(value = "COLLABORATION", schema = CollaborativeDistributionRequest.class),
            @DiscriminatorMapping(value = "PREFERRED", schema = MatchedDistributionRequest.class),
            @DiscriminatorMapping(value = "CASCADE", schema = MatchedDistributionRequest.class),
            @DiscriminatorMapping(value = "ROUND_ROBIN", schema = MatchedDistributionRequest.class),
            @DiscriminatorMapping(value = "AUTOMATIC", schema = MatchedDistributionRequest.class)
        },
        description = "The partner that gets the opportunity: a given one, several together, "
                + "or the one that the method selects")
public sealed interface DistributeOpportunityRequest
        permits DirectDistributionRequest, CollaborativeDistributionRequest, MatchedDistributionRequest {

    String message();

    Instant answerBy();

    /** Why the rules that exclude the named partners are overridden; null if they are not. */
    default String overrideReason() {
        return null;
    }

    /** Adds violations for contradicting fields. */
    default void check(Instant now, Violations violations) {
        violations.addIf(answerBy() != null && !answerBy().isAfter(now), "/answerBy", "past");
    }
}
