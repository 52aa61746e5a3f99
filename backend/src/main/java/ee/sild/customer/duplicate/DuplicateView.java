package ee.sild.customer.duplicate;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.customer.CustomerView;
import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;

/** A possible duplicate of a customer, and what refers to it. */
public record DuplicateView(
        CustomerView customer,
        MatchedBy matchedBy,

        @Schema(description = "The similarity of the names, from 0 to 1; 1 for any other kind of match")
        double likeness,

        @Schema(description = "The number of opportunities") long opportunities,

        @Schema(description = "The number of deal registrations of the customer")
        long registrations,

        @Schema(description = "The partners that can see the customer")
        List<Ref> partners,

        @Schema(nullable = true, description = "What staff have decided; null if they have not")
        CompanyDecisionView decision) {}
