package ee.sild.distribution.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.distribution.rule.DistributionRules;
import ee.sild.platform.VendorDays;

/** How opportunities are distributed: by the method that staff choose, or by the rules. */
@ApplicationScoped
public class DistributionMethods {

    private final DistributionRules rules;

    DistributionMethods(DistributionRules rules) {
        this.rules = rules;
    }

    /** The given method, or that of the first matching rule; empty if no rule matches. */
    public Optional<ResolvedMethod> resolve(
            UUID opportunity, DistributionMethod method, MatchingWeights weights, Instant now) {
        if (method == DistributionMethod.AUTOMATIC) {
            return rules.decidesOn(opportunity, VendorDays.of(now))
                    .map(rule ->
                            new ResolvedMethod(rule.method(), MatchingWeights.orUsual(rule.weights()), rule.name()));
        }
        return Optional.of(new ResolvedMethod(method, MatchingWeights.orUsual(weights), null));
    }
}
