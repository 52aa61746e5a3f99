package ee.sild.customer;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A possible duplicate of a customer, and what refers to it. */
public record DuplicateView(
        CustomerView customer,
        MatchedBy matchedBy,

        @Schema(description = "How much the names are alike, from 0 to 1; 1 for any other match")
        double likeness,

        @Schema(description = "How many opportunities it has")
        long opportunities,

        @Schema(description = "How many registrations it has")
        long registrations,

        @Schema(description = "The partners that know it") List<Ref> partners) {}
