package ee.sild.opportunity.transition;

import java.util.EnumSet;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.partner.Partners;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Ref;
import ee.sild.settings.MaskedField;
import ee.sild.settings.Policies;

/** Gives a partner that takes an opportunity access to its customer, and records that masked fields are now shown. */
@ApplicationScoped
class ContactDisclosure {

    private final Opportunities opportunities;
    private final Customers customers;
    private final Partners partners;
    private final Policies policies;
    private final Event<OpportunityEvent> events;

    ContactDisclosure(
            Opportunities opportunities,
            Customers customers,
            Partners partners,
            Policies policies,
            Event<OpportunityEvent> events) {
        this.opportunities = opportunities;
        this.customers = customers;
        this.partners = partners;
        this.policies = policies;
        this.events = events;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.DISCLOSURE) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Accepted accepted -> grantAccess(event, accepted.partner());
            case OpportunityEvent.Claimed _ -> grantAccess(event, null);
            case OpportunityEvent.CollaboratorAdded added -> grantAccess(event, added.partner());
            default -> {
                // grants no access
            }
        }
    }

    /** @param joined the partner that joined a collaboration; null outside of one */
    private void grantAccess(OpportunityEvent event, Ref joined) {
        UUID partner = event.on().partnerId() == null ? joined.id() : event.on().partnerId();
        var opportunity = opportunities.findById(event.on().opportunityId());
        boolean isNew = customers.grantAccess(opportunity.customerId(), partner, event.at());
        var masked = EnumSet.copyOf(policies.get().masked());
        if (opportunity.details().contacts().isEmpty()) {
            masked.retainAll(EnumSet.of(MaskedField.STREET));
        }
        if (isNew && !masked.isEmpty()) {
            events.fire(opportunity.work().reveal(partners.ref(partner), masked, event.at()));
        }
    }
}
