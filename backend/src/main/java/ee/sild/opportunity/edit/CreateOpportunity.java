package ee.sild.opportunity.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.customer.Customer;
import ee.sild.customer.CustomerViews;
import ee.sild.customer.Customers;
import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

/** Creates opportunities, together with a new customer and contact if the request has them. */
@ApplicationScoped
public class CreateOpportunity {

    private final Opportunities opportunities;
    private final OpportunityReferences references;
    private final Customers customers;
    private final CustomerViews customerBook;
    private final Event<OpportunityEvent> events;
    private final CurrencySettings currency;
    private final Clock clock;

    CreateOpportunity(
            Opportunities opportunities,
            OpportunityReferences references,
            Customers customers,
            CustomerViews customerBook,
            Event<OpportunityEvent> events,
            CurrencySettings currency,
            Clock clock) {
        this.opportunities = opportunities;
        this.references = references;
        this.customers = customers;
        this.customerBook = customerBook;
        this.events = events;
        this.currency = currency;
        this.clock = clock;
    }

    /**
     * Creates an opportunity.
     *
     * @param violations violations found so far; they are reported together with those found here
     */
    public Opportunity create(CreateOpportunityRequest request, CurrentUser by, Violations violations) {
        Instant now = clock.instant();
        if (!by.isStaff() && request.hasVendorTerms()) {
            throw new NotAllowed("opportunity.vendor-terms");
        }
        var known = request.customerId() == null
                ? null
                : customers.find(request.customerId(), by).orElse(null);
        check(request, known, by, violations);
        violations.throwIfAny();
        var customer = known == null ? customers.create(request.customer(), by, now) : known;
        var contacts = new HashSet<UUID>(request.details().contactIds());
        if (request.contact() != null) {
            contacts.add(customers.addContact(customer, request.contact(), by, now));
        }
        var details =
                OpportunityCurrency.apply(request.details().withContacts(contacts), null, currency.baseCurrency());
        var opportunity = by.isStaff()
                ? byStaff(customer, details, by, now)
                : Opportunity.byPartner(
                        opportunities.nextNumber(now), customer.id(), details, by.id(), by.partnerId(), now);
        references.requireOwnReferences(opportunity, details.origin().externalReferences());
        if (request.isReady()) {
            opportunity.offering().distributeAutomatically();
        }
        opportunities.persistAndFlush(opportunity);
        events.fire(opportunity.created(now));
        return opportunity;
    }

    private void check(CreateOpportunityRequest request, Customer known, CurrentUser by, Violations violations) {
        customerBook.check(request.customerId(), known, request.customer(), by, violations);
        OpportunityCurrency.check(request.details(), null, violations);
        references.check(
                EditOpportunityRequest.ofTopic(request.details().topic()),
                request.details(),
                known == null ? null : known.id(),
                violations);
    }

    private Opportunity byStaff(Customer customer, EditOpportunityRequest details, CurrentUser by, Instant now) {
        return Opportunity.byStaff(
                opportunities.nextNumber(now),
                customer.id(),
                details.ownerId() == null ? details.ownedBy(by.id()) : details,
                by.id(),
                now);
    }
}
