package ee.sild.opportunity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.customer.Customer;
import ee.sild.customer.Customers;
import ee.sild.platform.CurrentUser;
import ee.sild.platform.Invalid;
import ee.sild.platform.NotAllowed;
import ee.sild.platform.NotFound;
import ee.sild.platform.SildConfig;

/** Brings new opportunities in, together with a new customer and contact where they are named. */
@ApplicationScoped
public class NewOpportunities {

    private static final List<Object> NOTHING_OF_THE_VENDORS = new EditOpportunity(null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null).vendorTerms(Source.PARTNER_CREATED);

    private final Opportunities opportunities;
    private final OpportunityBook book;
    private final Customers customers;
    private final Event<OpportunityEvent> happened;
    private final SildConfig config;
    private final Clock clock;

    NewOpportunities(Opportunities opportunities, OpportunityBook book, Customers customers, Event<OpportunityEvent> happened,
            SildConfig config, Clock clock) {
        this.opportunities = opportunities;
        this.book = book;
        this.customers = customers;
        this.happened = happened;
        this.config = config;
        this.clock = clock;
    }

    public Opportunity create(CreateOpportunity request, CurrentUser by) {
        Instant now = clock.instant();
        if ((request.customerId() == null) == (request.customer() == null)) {
            throw new Invalid("/customerId", "customer.one");
        }
        Customer customer = request.customerId() == null ? newCustomer(request, by, now) : known(request, by);
        var contacts = new HashSet<UUID>(request.contactIds() == null ? Set.of() : request.contactIds());
        if (request.contact() != null) {
            contacts.add(customers.addContact(customer, request.contact(), by, now));
        }
        var details = Currencies.settle(request.details().withContacts(contacts), null, config.baseCurrency());
        var opportunity = by.isStaff() ? byStaff(customer, details, by, now) : byPartner(customer, details, request.isReady(), by, now);
        book.check(EditOpportunity.of(opportunity), opportunity);
        if (request.isReady()) {
            opportunity.ready();
        }
        opportunities.persistAndFlush(opportunity);
        happened.fire(opportunity.created(now));
        return opportunity;
    }

    private Opportunity byStaff(Customer customer, EditOpportunity details, CurrentUser by, Instant now) {
        return Opportunity.byStaff(number(now), customer.id(), details.ownerId() == null ? details.ownedBy(by.id()) : details, by.id(), now);
    }

    private Opportunity byPartner(Customer customer, EditOpportunity details, boolean ready, CurrentUser by, Instant now) {
        if (ready || !details.vendorTerms(Source.PARTNER_CREATED).equals(NOTHING_OF_THE_VENDORS)) {
            throw new NotAllowed("opportunity.vendor-terms");
        }
        return Opportunity.byPartner(number(now), customer.id(), details, by.id(), by.partnerId(), now);
    }

    private String number(Instant now) {
        return opportunities.nextNumber(LocalDate.ofInstant(now, ZoneOffset.UTC).getYear());
    }

    private Customer newCustomer(CreateOpportunity request, CurrentUser by, Instant now) {
        if (!by.isStaff() && (request.customer().managingPartnerId() != null || Boolean.TRUE.equals(request.customer().direct()))) {
            throw new NotAllowed("customer.managing-partner");
        }
        return customers.create(request.customer(), by, now);
    }

    private Customer known(CreateOpportunity request, CurrentUser by) {
        try {
            return customers.get(request.customerId(), by);
        } catch (NotFound e) {
            throw new Invalid("/customerId", "unknown-reference");
        }
    }
}
