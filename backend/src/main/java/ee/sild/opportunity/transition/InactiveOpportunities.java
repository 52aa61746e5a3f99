package ee.sild.opportunity.transition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import org.hibernate.Session;

import ee.sild.settings.Policies;

/** Finds the opportunities whose partner is inactive, among all or for only one ID. */
@ApplicationScoped
class InactiveOpportunities {

    private static final int AT_A_TIME = 200;
    /** An alert is raised again only if there is a new cause for it. */
    private static final String ALERTS = """
            select x.id, x.alert
              from (select o.id, o.due_on, o.accepted_at, a.active, alert_of(o.status, a.active, o.accepted_at,
                o.due_on, :now) as alert
                      from opportunity o cross join lateral (select partner_active_at(o.id, o.accepted_at) as active) a
                     where is_worked(o.status) and (cast(:only as uuid) is null or o.id = :only)) x
             where x.alert is not null
               and not is_alerted(x.id, x.alert, case when x.alert = 'OVERDUE' then cast(x.due_on as timestamptz)
                 else x.active end)
             limit :limit""";
    /** Only opportunities that the vendor created and that are not on hold. */
    private static final String IDLE = """
            select o.id from opportunity o
             where o.status = 'ACCEPTED' and o.source = 'DISTRIBUTED' and (cast(:only as uuid) is null or o.id = :only)
               and partner_active_at(o.id, o.accepted_at) <= :since
             limit :limit""";

    private final Session database;
    private final Policies policies;
    private final Clock clock;

    InactiveOpportunities(Session database, Policies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    /** Those that the policy takes back. */
    List<UUID> idle(UUID only) {
        Optional<Instant> since = policies.get().takeBackAfter().map(clock.instant()::minus);
        return since.isEmpty()
                ? List.of()
                : database.createNativeQuery(IDLE, UUID.class)
                        .setParameter("only", only)
                        .setParameter("since", since.get())
                        .setParameter("limit", AT_A_TIME)
                        .getResultList();
    }

    /** Those that need attention, with the alert to raise. */
    List<Tuple> alerts(UUID only) {
        return database.createNativeQuery(ALERTS, Tuple.class)
                .setParameter("only", only)
                .setParameter("now", clock.instant())
                .setParameter("limit", AT_A_TIME)
                .getResultList();
    }
}
