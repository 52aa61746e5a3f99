package ee.sild.distribution.delivery;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;

/**
 * How one opportunity is distributed.
 *
 * @param rule the name of the distribution rule that says so; null if staff do
 */
public record ResolvedMethod(DistributionMethod method, MatchingWeights weights, String rule) {}
