package ee.sild.opportunity.edit;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import ee.sild.identity.OwnedKind;
import ee.sild.identity.Ownership;
import ee.sild.identity.Users;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.database.ScalarQuery;

/** The open opportunities that are assigned to a user of a partner. */
@ApplicationScoped
class AssignedOpportunities implements Ownership {

    /** In a collaboration, each partner has its own assignee. */
    private static final String ASSIGNED = """
            from app_user u
            join lateral (select x.id from opportunity x
                           where x.partner_id = u.partner_id and x.partner_user_id = u.id and x.collaboration_id is null
                          union
                          select m.opportunity_id from collaborator m
                           where m.partner_id = u.partner_id and m.partner_user_id = u.id) a on true
            join opportunity o on o.id = a.id
             where u.id = :person and not is_closed(o.status)""";

    private final Session session;
    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Users users;
    private final Event<OpportunityEvent> events;
    private final Clock clock;

    AssignedOpportunities(
            Session session,
            Opportunities opportunities,
            Collaborators collaborators,
            Users users,
            Event<OpportunityEvent> events,
            Clock clock) {
        this.session = session;
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public OwnedKind kind() {
        return OwnedKind.ASSIGNED_OPPORTUNITY;
    }

    @Override
    public long count(UUID user) {
        return ScalarQuery.of(session, "select count(*) " + ASSIGNED, Long.class)
                .setParameter("person", user)
                .getSingleResult();
    }

    /** They are locked in the order of their IDs. */
    @Override
    public void handOver(UUID from, UUID to) {
        var partner = users.findById(to).partnerId();
        var person = users.ref(to);
        ScalarQuery.of(session, "select o.id " + ASSIGNED + " order by o.id", UUID.class)
                .setParameter("person", from)
                .getResultList()
                .forEach(id -> {
                    var opportunity = opportunities.lock(id);
                    collaborators
                            .of(id, partner)
                            .filter(Collaborator::hasJoined)
                            .ifPresent(one -> one.assign(to));
                    events.fire(opportunity.work().handOver(person, clock.instant()));
                });
    }
}
