package ee.sild.demo;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.job.FixedTime;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.RowSecurity;

/** Performs one step at its time and on behalf of its user, by the rules that apply to the user. */
@ApplicationScoped
class DemoStage {

    private final RowSecurity rows;
    private final EntityManager database;

    DemoStage(RowSecurity rows, EntityManager database) {
        this.rows = rows;
        this.database = database;
    }

    /** Begins with an empty session: it would become slow if it kept what all stories have read. */
    void begin() {
        database.clear();
    }

    /** @param actor the user who acts; null for the system */
    void perform(Instant at, Caller actor, Runnable action) {
        FixedTime.at(at, () -> {
            if (actor == null) {
                perform(null, action);
            } else {
                actor.act(() -> perform(actor, action));
            }
        });
    }

    private void perform(Caller actor, Runnable action) {
        rows.perform(actor, action);
        database.flush();
    }
}
