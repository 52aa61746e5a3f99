package ee.sild.customer.duplicate;

import java.util.List;

import ee.sild.customer.Customer;
import ee.sild.customer.MatchedBy;
import ee.sild.platform.Ref;

/** A possible duplicate of a customer, and what refers to it. */
record DuplicateCandidate(
        Customer customer,
        MatchedBy by,
        double likeness,
        long opportunities,
        long registrations,
        List<Ref> partners,
        CompanyDecisionView decision) {}
