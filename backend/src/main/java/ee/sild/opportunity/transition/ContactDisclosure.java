package ee.sild.opportunity.transition;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.partner.Partners;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.Ref;
import ee.sild.settings.MaskedField;

/** Gives a partner that takes an opportunity access to its customer, and records that masked fields are now shown. */
@ApplicationScoped
class ContactDisclosure {

    private static final String GRANT = """
            select grant_customer_access(:customer, :partner, :now) as is_new, p.masked_fields as masked,
                   exists (select from opportunity_contact c where c.opportunity_id = :opportunity) as has_contacts
              from policy p""";

    private final Session session;
    private final Opportunities opportunities;
    private final Partners partners;
    private final Event<OpportunityEvent> events;

    ContactDisclosure(Session session, Opportunities opportunities, Partners partners, Event<OpportunityEvent> events) {
        this.session = session;
        this.opportunities = opportunities;
        this.partners = partners;
        this.events = events;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.DISCLOSURE) OpportunityEvent event) {
        switch (event) {
            case OpportunityEvent.Accepted accepted -> grantAccess(event, accepted.partner());
            case OpportunityEvent.Claimed _ -> grantAccess(event, null);
            case OpportunityEvent.CollaboratorAdded added -> grantAccess(event, added.partner());
            case OpportunityEvent.Edited edited when edited.touches("customer") -> grantAccessToWorking(event);
            default -> {
                // grants no access
            }
        }
    }

    /** Partners that only have an offer get access when they accept it. */
    private void grantAccessToWorking(OpportunityEvent event) {
        var opportunity = opportunities.findById(event.on().opportunityId());
        opportunities.workingOn(opportunity).forEach(partner -> grantAccess(opportunity, partner, event.at()));
    }

    /** @param joined the partner that joined a collaboration; null outside of one */
    private void grantAccess(OpportunityEvent event, Ref joined) {
        UUID partner = event.on().partnerId() == null ? joined.id() : event.on().partnerId();
        var opportunity = opportunities.findById(event.on().opportunityId());
        var masked = grantAccess(opportunity, partner, event.at());
        if (!masked.isEmpty()) {
            events.fire(opportunity.work().reveal(partners.ref(partner), masked, event.at()));
        }
    }

    /** Returns the fields that were masked before; none if the partner already had access. */
    private Set<MaskedField> grantAccess(Opportunity opportunity, UUID partner, Instant now) {
        var row = session.createNativeQuery(GRANT, Tuple.class)
                .setParameter("customer", opportunity.customerId())
                .setParameter("partner", partner)
                .setParameter("opportunity", opportunity.id())
                .setParameter("now", now)
                .getSingleResult();
        var masked = EnumSet.noneOf(MaskedField.class);
        if (row.get("is_new", Boolean.class)) {
            Stream.of(row.get("masked", String[].class))
                    .map(MaskedField::valueOf)
                    .forEach(masked::add);
        }
        if (!row.get("has_contacts", Boolean.class)) {
            masked.retainAll(EnumSet.of(MaskedField.STREET));
        }
        return masked;
    }
}
