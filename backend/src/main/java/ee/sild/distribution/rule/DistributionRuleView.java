package ee.sild.distribution.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.opportunity.Source;
import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;

/** A rule for distributing opportunities. */
public record DistributionRuleView(
        UUID id,

        @Schema(description = "The position among the rules; the first matching rule applies", examples = "1")
        int position,

        @Schema(examples = "Large deals in Estonia") String name,
        @Schema(description = "Whether the rule is applied") boolean active,

        @Schema(nullable = true, description = "The minimum estimated value, in the base currency")
        BigDecimal valueFrom,

        @Schema(nullable = true, description = "The maximum estimated value, in the base currency")
        BigDecimal valueTo,

        @Schema(nullable = true, description = "The source of the opportunity; null for any")
        Source source,

        @Schema(description = "The territories of the opportunity, including their subterritories; empty for " + "any")
        List<Ref> territories,

        @Schema(description = "The product lines of which the opportunity has at least one; empty for any")
        List<Ref> productLines,

        DistributionMethod method,

        @Schema(nullable = true, description = "The weights of the rule; null for the default weights")
        MatchingWeights weights,

        long version)
        implements Identified, Versioned {}
