package ee.sild.distribution.run;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.offer.DistributionMethod;
import ee.sild.platform.Ref;

/** One opportunity of a distribution run. */
public record DistributionRunItemView(
        Ref opportunity,
        @Schema(examples = "OPP-2026-000123") String number,

        @Schema(
                nullable = true,
                description = "The partner that it is to be offered to; null for the pool, or for nobody")
        Ref partner,

        @Schema(nullable = true, description = "How it is distributed")
        DistributionMethod method,

        @Schema(nullable = true, description = "The distribution rule that says so")
        String rule,

        DistributionRunItemStatus status,

        @Schema(
                nullable = true,
                description = "The problem that kept it from being distributed",
                examples = "opportunity.transition")
        String code) {}
