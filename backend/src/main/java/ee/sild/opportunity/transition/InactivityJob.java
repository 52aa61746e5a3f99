package ee.sild.opportunity.transition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.opportunity.Alert;
import ee.sild.opportunity.DeadlineSettings;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;
import ee.sild.settings.Policies;

/**
 * Monitors opportunities whose partner is inactive: raises each alert once, and takes them back by policy. A partner is
 * active if its users are: transitions, edits, notes.
 */
@ApplicationScoped
class InactivityJob implements Job {

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

    private final Opportunities opportunities;
    private final Policies policies;
    private final Event<OpportunityEvent> events;
    private final DeadlineSettings settings;
    private final Clock clock;

    InactivityJob(
            Opportunities opportunities,
            Policies policies,
            Event<OpportunityEvent> events,
            DeadlineSettings settings,
            Clock clock) {
        this.opportunities = opportunities;
        this.policies = policies;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "look-after-inactivity";
    }

    @Override
    public Duration every() {
        return settings.inactivityEvery();
    }

    @Override
    public void run() {
        BatchRunner.forEach(() -> idle(null), inTransaction(this::takeBack), InactivityJob::log);
        BatchRunner.forEach(
                () -> alerts(null).stream()
                        .map(row -> row.get("id", UUID.class))
                        .toList(),
                inTransaction(this::alert),
                InactivityJob::log);
    }

    private static Consumer<UUID> inTransaction(Consumer<UUID> command) {
        return id -> QuarkusTransaction.requiringNew().run(() -> command.accept(id));
    }

    private static void log(UUID id, RuntimeException failure) {
        Log.errorf(failure, "The inactivity of opportunity %s could not be processed; it is retried", id);
    }

    /** Activity of the partner in the meantime counts. */
    private void takeBack(UUID id) {
        var opportunity = opportunities.lock(id);
        if (!idle(id).isEmpty()) {
            events.fire(opportunity.work().takeBackInactive(clock.instant()));
        }
    }

    private void alert(UUID id) {
        var opportunity = opportunities.lock(id);
        alerts(id)
                .forEach(row -> events.fire(
                        opportunity.work().alert(Alert.valueOf(row.get("alert", String.class)), clock.instant())));
    }

    private List<UUID> idle(UUID only) {
        Optional<Instant> since = policies.get().takeBackAfter().map(clock.instant()::minus);
        return since.isEmpty()
                ? List.of()
                : opportunities
                        .getEntityManager()
                        .createNativeQuery(IDLE, UUID.class)
                        .setParameter("only", only)
                        .setParameter("since", since.get())
                        .setParameter("limit", AT_A_TIME)
                        .getResultList();
    }

    private List<Tuple> alerts(UUID only) {
        return opportunities
                .getEntityManager()
                .createNativeQuery(ALERTS, Tuple.class)
                .setParameter("only", only)
                .setParameter("now", clock.instant())
                .setParameter("limit", AT_A_TIME)
                .getResultList();
    }
}
