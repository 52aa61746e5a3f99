package ee.sild.customer.duplicate;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** What staff have decided about two customers. */
public record DuplicateDecisionView(
        Ref customer,
        Ref duplicate,

        @Schema(description = "Whether both are one company. Exclusivity for one of them then protects the other, too")
        boolean same,

        Ref decidedBy,
        Instant decidedAt) {}
