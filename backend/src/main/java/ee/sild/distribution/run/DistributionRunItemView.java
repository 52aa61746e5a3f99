package ee.sild.distribution.run;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.platform.Ref;

/** One opportunity of a distribution run. */
public record DistributionRunItemView(
        Ref opportunity,
        @Schema(examples = "OPP-2026-000123") String number,

        @Schema(
                nullable = true,
                description =
                        "The partner that the opportunity is offered to; null for the pool, and if there " + "is none")
        Ref partner,

        @Schema(nullable = true, description = "The distribution method")
        DistributionMethod method,

        @Schema(nullable = true, description = "The distribution rule that selected the method")
        String rule,

        DistributionRunItemStatus status,

        @Schema(
                nullable = true,
                description = "The code of the problem that prevented the distribution",
                examples = "opportunity.transition")
        String code) {}
