package ee.sild.platform.http.idempotency;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;

/** Idempotency keys with their responses, until they expire. */
final class ExpiredKeys {

    private ExpiredKeys() {}

    /** By physical row, because the keys of the table are wide. */
    @Produces
    @Singleton
    static Retention keys() {
        return new Retention("idempotency keys", Duration.ZERO, """
                delete from idempotency_key
                 where ctid = any (array(select ctid from idempotency_key where expires_at <= :before
                                    order by expires_at limit :most for update skip locked))""");
    }
}
