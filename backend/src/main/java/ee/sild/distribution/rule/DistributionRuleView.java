package ee.sild.distribution.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.distribution.offer.DistributionMethod;
import ee.sild.opportunity.Source;
import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;

/** A rule for distributing opportunities. */
public record DistributionRuleView(
        UUID id,

        @Schema(description = "Its place among the rules: the first one that fits decides", examples = "1")
        int position,

        @Schema(examples = "Large deals in Estonia") String name,
        @Schema(description = "Whether it is looked at") boolean active,

        @Schema(nullable = true, description = "The least estimated value, in the base currency")
        BigDecimal valueFrom,

        @Schema(nullable = true, description = "The highest estimated value, in the base currency")
        BigDecimal valueTo,

        @Schema(nullable = true, description = "Who brought it; null for either")
        Source source,

        @Schema(description = "Territories in which, or below which, the opportunity lies; none for any")
        List<Ref> territories,

        @Schema(description = "Product lines of which it has one; none for any")
        List<Ref> productLines,

        DistributionMethod method,

        @Schema(nullable = true, description = "Null for the usual ones")
        MatchingWeights weights,

        long version)
        implements Identified, Versioned {}
