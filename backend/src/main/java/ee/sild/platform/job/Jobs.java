package ee.sild.platform.job;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import ee.sild.platform.InstallationSettings;
import ee.sild.platform.ObserverOrder;

/**
 * Runs the jobs as the system, each on one instance at a time. Any free instance takes a due job. After four missed
 * heartbeats, other instances take over an instance's jobs.
 */
@ApplicationScoped
class Jobs {

    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 4;

    private final AgroalDataSource database;
    private final Instance<Job> jobs;
    private final JobSettings settings;
    private final InstallationSettings installation;
    private final Clock clock;
    private Scheduler scheduler;

    Jobs(
            AgroalDataSource database,
            @Any Instance<Job> jobs,
            JobSettings settings,
            InstallationSettings installation,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.settings = settings;
        this.installation = installation;
        this.clock = clock;
    }

    void start(@Observes @Priority(ObserverOrder.STARTUP_JOBS) StartupEvent started) {
        scheduler = Scheduler.create(database)
                .startTasks(jobs.stream().map(Jobs::task).toList())
                .schedulerName(new SchedulerName.Fixed("port " + installation.port() + " " + UUID.randomUUID()))
                // Not the clock that tests can shift: this one decides when jobs run, not what they find.
                .clock(() -> DatabaseClock.unmoved(clock))
                .pollingInterval(Duration.ofSeconds(1))
                .enableImmediateExecution()
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .failureLogging(LogLevel.ERROR, true)
                .threads(THREADS)
                .build();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) Job.Wanted job) {
        try {
            scheduler.reschedule(TaskInstanceId.of(job.name(), RecurringTask.INSTANCE), DatabaseClock.unmoved(clock));
        } catch (TaskInstanceCurrentlyExecutingException goesOn) {
            Log.debugf("%s goes on already and comes again", job.name());
        }
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((instance, context) -> run(job));
    }

    private static void run(Job job) {
        JobContext.call(() -> {
            job.run();
            return null;
        });
    }
}
