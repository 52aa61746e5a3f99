package ee.sild.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.RuleViolation;

/** Sets the rates by which values are converted to the base currency. */
@ApplicationScoped
public class ExchangeRates {

    private final EntityManager database;
    private final CurrencySettings currency;

    ExchangeRates(EntityManager database, CurrencySettings currency) {
        this.database = database;
        this.currency = currency;
    }

    /** Adds a rate, or replaces the one of the same day. */
    public void set(ExchangeRate rate) {
        if (rate.currency().equals(currency.baseCurrency())) {
            throw new Invalid("/currency", "currency.base");
        }
        database.createNativeQuery("""
                insert into exchange_rate (currency, valid_from, rate) values (:currency, :day, :rate)
                on conflict (currency, valid_from) do update set rate = excluded.rate""")
                .setParameter("currency", rate.currency())
                .setParameter("day", rate.validFrom())
                .setParameter("rate", rate.rate())
                .executeUpdate();
    }

    /** Deletes a rate. The one before it applies again, or none. */
    void delete(String code, String validFrom) {
        if (code.equals(currency.baseCurrency())) {
            throw new RuleViolation("exchange-rate.base", code);
        }
        int deleted = database.createNativeQuery(
                        "delete from exchange_rate where currency = :currency and cast(valid_from as text) = :day")
                .setParameter("currency", code)
                .setParameter("day", validFrom)
                .executeUpdate();
        if (deleted == 0) {
            throw new NotFound();
        }
    }
}
