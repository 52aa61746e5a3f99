package ee.sild.distribution.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import ee.sild.distribution.offer.Offer;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.eligibility.SimilarProtections;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.CurrentUser;

/** The pool, in which the first eligible partner gets an opportunity. */
@ApplicationScoped
public class OpportunityPool {

    private final Offers offers;
    private final Opportunities opportunities;
    private final Partners partners;
    private final SimilarProtections similar;
    private final CurrentUser user;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    OpportunityPool(
            Offers offers,
            Opportunities opportunities,
            Partners partners,
            SimilarProtections similar,
            CurrentUser user,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.offers = offers;
        this.opportunities = opportunities;
        this.partners = partners;
        this.similar = similar;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Opens it to the pool: the first eligible partner gets it. */
    public Opportunity openToPool(UUID opportunityId, ExpectedVersion version) {
        var opportunity = opportunities.lock(opportunityId, user, version);
        Instant now = clock.instant();
        var event = opportunity.offering().openToPool(opportunities.party(opportunity, user), now);
        similar.requireDecided(opportunityId, now);
        events.fire(event);
        opportunities.flush();
        return opportunity;
    }

    /** Claims it from the pool. Of concurrent claims one wins; the others get an error that it is taken. */
    Opportunity claim(UUID opportunityId, ExpectedVersion version) {
        Instant now = clock.instant();
        var partner = partners.active(user.partnerId()).orElseThrow(NotFound::new);
        var opportunity = opportunities.lockPooled(opportunityId, user);
        var event = opportunity.offering().claim(partner.id(), user.id(), now);
        version.check(opportunity.version());
        var offer = new Offer(opportunityId, partner.id(), null, null, partners.timeOfTaken(now), now);
        offer.takePart(now);
        offers.persist(offer);
        events.fire(event);
        opportunities.flush();
        return opportunity;
    }
}
