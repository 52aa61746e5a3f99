package ee.sild.opportunity.inactivity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.settings.Policies;

/** Finds the opportunities whose partner is inactive. */
@ApplicationScoped
class InactiveOpportunities {

    /** The number of opportunities that one statement examines: it must be short, however many there are. */
    static final int AT_ONCE = 1_000;

    private static final String WORKED = """
            select o.id from opportunity o
             where is_worked(o.status) and (cast(:after as uuid) is null or o.id > :after)
             order by o.id limit :limit""";
    /** An alert is raised again only if there is a new cause for it. */
    private static final String ALERTS = """
            select x.id, x.alert
              from (select o.id, o.due_on, o.accepted_at, a.active, alert_of(o.status, a.active, o.accepted_at,
                o.due_on, :now) as alert
                      from opportunity o cross join lateral (select partner_active_at(o.id, o.accepted_at) as active) a
                     where o.id in (:among) and is_worked(o.status)) x
             where x.alert is not null
               and not is_alerted(x.id, x.alert, case when x.alert = 'OVERDUE' then cast(x.due_on as timestamp) at time zone
                 (select p.time_zone from policy p)
                 else x.active end)""";
    /** Only opportunities that the vendor created and that are not on hold. */
    private static final String IDLE = """
            select o.id from opportunity o
             where o.id in (:among) and o.status = 'ACCEPTED' and o.source = 'DISTRIBUTED'
               and partner_active_at(o.id, o.accepted_at) <= :since""";

    private final Session database;
    private final Policies policies;
    private final Clock clock;

    InactiveOpportunities(Session database, Policies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    /** The next opportunities that a partner works on, after this ID; null for the first ones. */
    List<UUID> worked(UUID after) {
        return ScalarQuery.of(database, WORKED, UUID.class)
                .setParameter("after", after)
                .setParameter("limit", AT_ONCE)
                .getResultList();
    }

    /** Those that the policy takes back. */
    List<UUID> idle(List<UUID> among) {
        Optional<Instant> since = policies.get().takeBackAfter().map(clock.instant()::minus);
        return since.isEmpty()
                ? List.of()
                : ScalarQuery.of(database, IDLE, UUID.class)
                        .setParameterList("among", among)
                        .setParameter("since", since.get())
                        .getResultList();
    }

    /** Those that need attention, with the alert to raise. */
    List<Tuple> alerts(List<UUID> among) {
        return database.createNativeQuery(ALERTS, Tuple.class)
                .setParameterList("among", among)
                .setParameter("now", clock.instant())
                .getResultList();
    }
}
