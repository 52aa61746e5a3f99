package ee.sild.opportunity.view;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.OpportunityDetails;

/** Why the customer buys, and what it is offered. */
public record QualificationView(
        @Schema(nullable = true) String summary,

        @Schema(nullable = true, description = "The customer's situation")
        String situation,

        @Schema(nullable = true, description = "What the customer needs")
        String need,

        @Schema(nullable = true, description = "The customer's pain points")
        String painPoints,

        @Schema(nullable = true) String proposedSolution) {

    static QualificationView of(OpportunityDetails details) {
        return new QualificationView(
                details.summary(),
                details.customerSituation(),
                details.customerNeed(),
                details.customerPainPoints(),
                details.proposedSolution());
    }
}
