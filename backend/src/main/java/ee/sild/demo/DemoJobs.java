package ee.sild.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import ee.sild.platform.job.Job;

/** The product's jobs, run when something is due in the demo's past. */
@ApplicationScoped
class DemoJobs {

    private final Instance<Job> jobs;

    DemoJobs(@Any Instance<Job> jobs) {
        this.jobs = jobs;
    }

    void applyOfferDeadlines() {
        run("run-answer-clock");
    }

    void applyRegistrationDeadlines() {
        run("run-registration-clock");
    }

    void raiseAlerts() {
        run("look-after-inactivity");
    }

    void countStatistics() {
        run("count-standing");
    }

    private void run(String name) {
        jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .run();
    }
}
