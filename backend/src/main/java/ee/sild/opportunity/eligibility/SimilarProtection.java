package ee.sild.opportunity.eligibility;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;

/** Exclusivity for a customer that may be the same company, which staff have not decided yet. */
public record SimilarProtection(
        @Schema(description = "The customer that may be the same company")
        Ref customer,

        MatchedBy matchedBy,

        @Schema(description = "The similarity of the names, from 0 to 1; 1 for any other kind of match")
        double likeness,

        @Schema(description = "The partner that has exclusivity")
        Ref partner,

        @Schema(description = "Its registration") Ref registration,
        @Schema(description = "The end of the exclusivity") Instant exclusiveUntil) {}
