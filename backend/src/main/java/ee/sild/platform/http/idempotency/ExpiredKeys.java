package ee.sild.platform.http.idempotency;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;

/** Idempotency keys with their responses, until they expire. */
@ApplicationScoped
class ExpiredKeys implements Retention {

    @Override
    public String name() {
        return "idempotency keys";
    }

    @Override
    public Duration keptFor() {
        return Duration.ZERO;
    }

    /** By physical row, because the keys of the table are wide. */
    @Override
    public String delete() {
        return """
                delete from idempotency_key
                 where ctid = any (array(select ctid from idempotency_key where expires_at <= :before
                                    order by expires_at limit :most for update skip locked))""";
    }
}
