package ee.sild.opportunity.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.customer.Customer;
import ee.sild.customer.Customers;
import ee.sild.opportunity.EventDetails.FieldChange;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;

/**
 * Changes the customer of an opportunity that was created for the wrong one. Its partners continue if they are eligible
 * for the new customer, too, or staff give a reason; those that work on it get access to the customer.
 */
@ApplicationScoped
class ChangeCustomer {

    private final Opportunities opportunities;
    private final Customers customers;
    private final EligiblePartners eligible;
    private final Event<OpportunityEvent> events;
    private final CurrentUser user;
    private final Clock clock;

    ChangeCustomer(
            Opportunities opportunities,
            Customers customers,
            EligiblePartners eligible,
            Event<OpportunityEvent> events,
            CurrentUser user,
            Clock clock) {
        this.opportunities = opportunities;
        this.customers = customers;
        this.eligible = eligible;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    Opportunity change(UUID id, ChangeCustomerRequest request, ExpectedVersion version) {
        Instant now = clock.instant();
        var opportunity = opportunities.lock(id, user, version);
        OpportunityAction.EDIT.require(opportunity.situation(Party.STAFF));
        var before = customers.of(opportunity.customerId());
        var customer = customers.find(request.customerId(), user).orElse(null);
        check(request, before, customer);
        var changes = List.of(new FieldChange("customer", before.name(), customer.name()));
        var event = opportunity.moveTo(customer.id(), Set.copyOf(request.contactIds()), changes, now);
        opportunities.flush();
        requireEligible(opportunity, request.overrideReason(), now);
        events.fire(event);
        opportunities.flush();
        return opportunity;
    }

    private void check(ChangeCustomerRequest request, Customer before, Customer customer) {
        new Violations()
                .requireReference(customer != null, "/customerId")
                .addIf(customer != null && customer.id().equals(before.id()), "/customerId", "same")
                .requireReference(
                        customer == null || customers.areContacts(customer.id(), request.contactIds()), "/contactIds")
                .throwIfAny();
    }

    /** Capacity, tier and the like were checked when it was given to them. */
    private void requireEligible(Opportunity opportunity, String reason, Instant now) {
        var partners = new HashMap<UUID, String>();
        opportunities.partnersOf(opportunity).forEach(partner -> partners.put(partner, "/overrideReason"));
        eligible.override(
                opportunity, eligible.check(opportunity.id(), partners, now).lasting(), reason, now);
    }
}
