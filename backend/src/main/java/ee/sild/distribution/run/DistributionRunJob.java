package ee.sild.distribution.run;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/**
 * Prepares and executes runs, each opportunity in its own transaction. After an interruption, what is done stays done,
 * and the rest continues.
 */
@ApplicationScoped
class DistributionRunJob implements Job {

    /** A run needs to be prepared or executed. */
    static final Wanted WANTED = new Wanted("run-distributions");

    private final DistributionRuns runs;
    private final RunPreparation preparation;
    private final RunExecution execution;

    DistributionRunJob(DistributionRuns runs, RunPreparation preparation, RunExecution execution) {
        this.runs = runs;
        this.preparation = preparation;
        this.execution = execution;
    }

    @Override
    public String name() {
        return WANTED.name();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        BatchRunner.forEach(
                runs::open,
                this::resume,
                (id, e) -> Log.errorf(e, "Distribution run %s could not go on; it is tried again", id));
    }

    private void resume(UUID id) {
        if (QuarkusTransaction.requiringNew().call(() -> runs.get(id).status()) == DistributionRunStatus.PREPARING) {
            preparation.prepare(id);
        } else {
            execution.distributeAll(id);
        }
    }
}
