package ee.sild.customer.duplicate;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** What staff have decided about a possible duplicate. */
public record CompanyDecisionView(
        @Schema(description = "Whether both are one company")
        boolean same,

        Ref decidedBy,
        Instant decidedAt) {}
