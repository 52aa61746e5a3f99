package ee.sild.opportunity;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** Why the customer buys, and what it is offered. */
public record QualificationRequest(
        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String summary,

        @Multiline @Size(max = 10_000) @Schema(nullable = true, description = "The customer's situation")
        String situation,

        @Multiline @Size(max = 10_000) @Schema(nullable = true, description = "What the customer needs")
        String need,

        @Multiline @Size(max = 10_000) @Schema(nullable = true, description = "The customer's pain points")
        String painPoints,

        @Multiline @Size(max = 10_000) @Schema(nullable = true)
        String proposedSolution) {

    static final QualificationRequest NONE = new QualificationRequest(null, null, null, null, null);

    static QualificationRequest of(OpportunityDetails details) {
        return new QualificationRequest(
                details.summary(),
                details.customerSituation(),
                details.customerNeed(),
                details.customerPainPoints(),
                details.proposedSolution());
    }
}
