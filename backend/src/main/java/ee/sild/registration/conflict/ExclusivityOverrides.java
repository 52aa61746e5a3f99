package ee.sild.registration.conflict;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;

import ee.sild.opportunity.EventSubject;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.EligibilityOverridden;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.database.ScalarQuery;
import ee.sild.registration.RegistrationEvent;

/** Tells partners that the vendor has overridden their exclusivity and why, but not for whom. */
@ApplicationScoped
class ExclusivityOverrides {

    private final Session session;
    private final Opportunities opportunities;
    private final Event<RegistrationEvent> events;

    ExclusivityOverrides(Session session, Opportunities opportunities, Event<RegistrationEvent> events) {
        this.session = session;
        this.opportunities = opportunities;
        this.events = events;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.OVERRIDES) OpportunityEvent event) {
        if (event instanceof EligibilityOverridden overridden
                && overridden.rules().contains(MatchingRule.NO_OTHER_REGISTRATION)) {
            holdersOpportunities(overridden).forEach(id -> {
                var subject = EventSubject.of(opportunities.findById(id));
                events.fire(new RegistrationEvent.Overridden(subject, overridden.reason(), overridden.at()));
            });
        }
    }

    /** The opportunities by which other partners than the one that gets it are exclusive. */
    private List<UUID> holdersOpportunities(EligibilityOverridden event) {
        return ScalarQuery.of(session, """
                select distinct r.opportunity_id
                  from exclusive_partners(array[:opportunity], :now) e join deal_registration r on r.id = e.registration_id
                 where e.partner_id <> :partner""", UUID.class)
                .setParameter("opportunity", event.on().opportunityId())
                .setParameter("now", event.at())
                .setParameter("partner", event.partner().id())
                .getResultList();
    }
}
