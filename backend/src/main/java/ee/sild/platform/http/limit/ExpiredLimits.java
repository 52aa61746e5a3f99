package ee.sild.platform.http.limit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.platform.job.Retention;

/** Limits of callers and addresses, until they are full again. */
@ApplicationScoped
class ExpiredLimits implements Retention {

    @Override
    public String name() {
        return "rate limits";
    }

    @Override
    public Duration keptFor() {
        return Duration.ZERO;
    }

    @Override
    public String delete() {
        return """
                delete from bucket
                 where ctid = any (array(select ctid from bucket
                                          where expires_at <= cast(extract(epoch from cast(:before as timestamptz)) * 1000 as bigint)
                                          order by expires_at limit :most for update skip locked))""";
    }
}
