package ee.sild.identity.recovery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.LockMode;

import ee.sild.platform.job.BatchRunner;
import ee.sild.platform.job.Job;

/** Decides which requests for a new password lead to a mail. */
@ApplicationScoped
class PasswordResetJob implements Job {

    private static final int AT_A_TIME = 100;

    private final EntityManager database;
    private final PasswordResets resets;

    PasswordResetJob(EntityManager database, PasswordResets resets) {
        this.database = database;
        this.resets = resets;
    }

    @Override
    public String name() {
        return "reset-passwords";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public void run() {
        BatchRunner.forEach(
                this::waiting, this::handle, (id, e) -> Log.errorf(e, "The request %s for a new password failed", id));
    }

    private List<UUID> waiting() {
        return database.createQuery("select r.id from ResetRequest r order by r.id", UUID.class)
                .setMaxResults(AT_A_TIME)
                .getResultList();
    }

    private void handle(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            var request = database.find(ResetRequest.class, id, LockMode.UPGRADE_SKIPLOCKED);
            if (request != null) {
                resets.mailTo(request.email());
                database.remove(request);
            }
        });
    }
}
