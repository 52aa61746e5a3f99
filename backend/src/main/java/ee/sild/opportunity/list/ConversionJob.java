package ee.sild.opportunity.list;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.platform.database.ScalarQuery;
import ee.sild.platform.job.Job;

/** Converts listed values again after a new exchange rate, and on the first day of a rate, in short transactions. */
@ApplicationScoped
class ConversionJob implements Job {

    private static final int AT_ONCE = 200;

    private final EntityManager database;

    ConversionJob(EntityManager database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "convert-values";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        int converted;
        do {
            converted = QuarkusTransaction.joiningExisting().call(this::convert);
        } while (converted > 0);
    }

    private int convert() {
        return ScalarQuery.of(database, "select convert_listed_opportunities(:count)", Integer.class)
                .setParameter("count", AT_ONCE)
                .getSingleResult();
    }
}
