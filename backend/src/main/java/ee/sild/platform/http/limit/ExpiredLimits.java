package ee.sild.platform.http.limit;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import ee.sild.platform.job.Retention;

/** Limits of callers and addresses, until they are full again. */
final class ExpiredLimits {

    private ExpiredLimits() {}

    @Produces
    @Singleton
    static Retention limits() {
        return new Retention("rate limits", Duration.ZERO, """
                delete from bucket
                 where ctid = any (array(select ctid from bucket
                                          where expires_at <= cast(extract(epoch from cast(:before as timestamptz)) * 1000 as bigint)
                                          order by expires_at limit :most for update skip locked))""");
    }
}
