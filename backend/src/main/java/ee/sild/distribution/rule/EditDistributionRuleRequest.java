package ee.sild.distribution.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.opportunity.Source;
import ee.sild.platform.problem.Violations;

/** A rule for distributing opportunities. A missing condition is met. */
public record EditDistributionRuleRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Large deals in Estonia")
        String name,

        @Min(1)
        @Max(1000)
        @Schema(
                nullable = true,
                description = "The position among the rules; the first matching rule applies. Defaults to the "
                        + "last position")
        Integer position,

        @Schema(nullable = true, description = "Whether the rule is applied; defaults to true")
        Boolean active,

        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(nullable = true, description = "The minimum estimated value, in the base currency")
        BigDecimal valueFrom,

        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(nullable = true, description = "The maximum estimated value, in the base currency")
        BigDecimal valueTo,

        @Schema(
                nullable = true,
                description = "The source of the opportunity: `DISTRIBUTED` for the vendor, `PARTNER_CREATED` "
                        + "for a partner that has since returned it")
        Source source,

        @Size(max = 200)
        @Schema(nullable = true, description = "The territories of the opportunity, including their subterritories")
        List<@NotNull UUID> territoryIds,

        @Size(max = 200)
        @Schema(nullable = true, description = "The product lines of which the opportunity has at least one")
        List<@NotNull UUID> productLineIds,

        @NotNull
        @Schema(
                description = "How a matching opportunity is distributed: any method that selects the partner "
                        + "automatically, or the pool")
        DistributionMethod method,

        @Valid @Schema(nullable = true, description = "Weights to use instead of the defaults")
        MatchingWeights weights) {

    public EditDistributionRuleRequest {
        territoryIds = territoryIds == null ? List.of() : territoryIds;
        productLineIds = productLineIds == null ? List.of() : productLineIds;
    }

    /** The violations in this rule. */
    Violations findings() {
        return new Violations()
                .addIf(
                        method == DistributionMethod.DIRECT || method == DistributionMethod.AUTOMATIC,
                        "/method",
                        "method.rule")
                .addIf(method == DistributionMethod.POOL && weights != null, "/weights", "method.rule")
                .addIf(
                        valueTo != null && valueFrom != null && valueTo.compareTo(valueFrom) < 0,
                        "/valueTo",
                        "less-than-from");
    }
}
