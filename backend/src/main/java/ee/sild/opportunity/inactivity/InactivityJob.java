package ee.sild.opportunity.inactivity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.opportunity.DeadlineSettings;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.state.Alert;
import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Monitors opportunities whose partner is inactive: raises each alert once, and takes them back by policy. A partner is
 * active if its users are: transitions, edits, notes.
 */
@ApplicationScoped
class InactivityJob implements Job {

    private final Opportunities opportunities;
    private final InactiveOpportunities inactive;
    private final Event<OpportunityEvent> events;
    private final DeadlineSettings settings;
    private final Clock clock;

    InactivityJob(
            Opportunities opportunities,
            InactiveOpportunities inactive,
            Event<OpportunityEvent> events,
            DeadlineSettings settings,
            Clock clock) {
        this.opportunities = opportunities;
        this.inactive = inactive;
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
        List<UUID> worked = next(null);
        while (!worked.isEmpty()) {
            process(worked);
            worked = worked.size() < InactiveOpportunities.AT_ONCE ? List.of() : next(worked.getLast());
        }
    }

    private List<UUID> next(UUID after) {
        return QuarkusTransaction.joiningExisting().call(() -> inactive.worked(after));
    }

    private void process(List<UUID> worked) {
        BatchRunner.forEach(() -> inactive.idle(worked), inTransaction(this::takeBack), InactivityJob::log);
        BatchRunner.forEach(
                () -> inactive.alerts(worked).stream()
                        .map(row -> row.get("id", UUID.class))
                        .toList(),
                inTransaction(this::alert),
                InactivityJob::log);
    }

    private static Consumer<UUID> inTransaction(Consumer<UUID> command) {
        return id -> QuarkusTransaction.joiningExisting().run(() -> command.accept(id));
    }

    private static void log(UUID id, RuntimeException failure) {
        Log.errorf(failure, "The inactivity of opportunity %s could not be processed; it is retried", id);
    }

    /** Activity of the partner in the meantime counts. */
    private void takeBack(UUID id) {
        var opportunity = opportunities.lock(id);
        if (!inactive.idle(List.of(id)).isEmpty()) {
            events.fire(opportunity.work().takeBackInactive(clock.instant()));
        }
    }

    private void alert(UUID id) {
        var opportunity = opportunities.lock(id);
        inactive.alerts(List.of(id))
                .forEach(row -> events.fire(
                        opportunity.work().alert(Alert.valueOf(row.get("alert", String.class)), clock.instant())));
    }
}
