package ee.sild.opportunity.edit;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import ee.sild.identity.OwnedKind;
import ee.sild.identity.Ownership;
import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.EventDetails.FieldChange;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.Party;
import ee.sild.platform.database.ScalarQuery;

/** The open opportunities of an owner. */
@ApplicationScoped
class OwnedOpportunities implements Ownership {

    private static final String OPEN = "from opportunity o where o.owner_id = :owner and not is_closed(o.status)";

    private final Session session;
    private final Opportunities opportunities;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    OwnedOpportunities(Session session, Opportunities opportunities, Event<OpportunityEvent> events, Clock clock) {
        this.session = session;
        this.opportunities = opportunities;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public OwnedKind kind() {
        return OwnedKind.OPEN_OPPORTUNITY;
    }

    @Override
    public long count(UUID user) {
        return ScalarQuery.of(session, "select count(*) " + OPEN, Long.class)
                .setParameter("owner", user)
                .getSingleResult();
    }

    /** As an edit of each. They are locked in the order of their IDs. */
    @Override
    public void handOver(UUID from, UUID to) {
        var change = List.of(new FieldChange("ownerId", from.toString(), to.toString()));
        ScalarQuery.of(session, "select o.id " + OPEN + " order by o.id", UUID.class)
                .setParameter("owner", from)
                .getResultList()
                .forEach(id -> {
                    var opportunity = opportunities.lock(id);
                    var next = EditOpportunityRequest.of(opportunity).ownedBy(to);
                    events.fire(opportunity.edit(next, change, Party.STAFF, clock.instant()));
                });
    }
}
