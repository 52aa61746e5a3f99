package ee.sild.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.problem.Invalid;

/**
 * Imports reference rates of the European Central Bank. They are per euro; with another base currency, they are divided
 * by its own rate of the day and rounded to eight decimals.
 */
@ApplicationScoped
class ImportRates {

    private static final String EURO = "EUR";
    private static final int DECIMALS = 8;
    private static final int MOST = 50_000;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final EntityManager database;
    private final CurrencySettings settings;

    ImportRates(EntityManager database, CurrencySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    ImportedRatesView run(ImportRatesRequest request) {
        EcbRates file;
        try {
            file = EcbRates.of(request.content());
        } catch (IllegalArgumentException notOfTheBank) {
            throw new Invalid("/content", "exchange-rate.file");
        }
        var base = settings.baseCurrency();
        var currencies = new TreeSet<String>();
        var rates = new ArrayList<ExchangeRate>();
        boolean hasBase = false;
        for (var day : file.days().entrySet()) {
            var ofTheDay = new HashMap<>(day.getValue());
            ofTheDay.put(EURO, BigDecimal.ONE);
            var divisor = ofTheDay.remove(base);
            currencies.addAll(ofTheDay.keySet());
            if (divisor != null) {
                hasBase = true;
                rates.addAll(selected(request, day.getKey(), ofTheDay, divisor));
            }
        }
        if (!hasBase) {
            throw new Invalid("/content", "exchange-rate.base-missing", base);
        }
        if (!currencies.containsAll(request.currencies())) {
            throw new Invalid("/currencies", "exchange-rate.not-in-file");
        }
        if (rates.size() > MOST) {
            throw new Invalid("/from", "exchange-rate.too-many", MOST);
        }
        return write(request, file, List.copyOf(currencies), rates);
    }

    private static List<ExchangeRate> selected(
            ImportRatesRequest request, LocalDate day, Map<String, BigDecimal> rates, BigDecimal divisor) {
        if (request.from() != null && day.isBefore(request.from())) {
            return List.of();
        }
        return rates.entrySet().stream()
                .filter(rate ->
                        request.currencies().isEmpty() || request.currencies().contains(rate.getKey()))
                .map(rate -> new ExchangeRate(
                        rate.getKey(), day, rate.getValue().divide(divisor, DECIMALS, RoundingMode.HALF_EVEN)))
                .filter(rate -> rate.rate().signum() > 0 && rate.rate().compareTo(LARGEST) <= 0)
                .toList();
    }

    private ImportedRatesView write(
            ImportRatesRequest request, EcbRates file, List<String> currencies, List<ExchangeRate> rates) {
        var known = known();
        var changed = rates.stream()
                .filter(rate -> {
                    var old = known.get(key(rate.currency(), rate.validFrom()));
                    return old == null || old.compareTo(rate.rate()) != 0;
                })
                .toList();
        long added = changed.stream()
                .filter(rate -> !known.containsKey(key(rate.currency(), rate.validFrom())))
                .count();
        if (!request.dryRun() && !changed.isEmpty()) {
            write(changed);
        }
        return new ImportedRatesView(
                currencies,
                file.days().firstKey(),
                file.days().lastKey(),
                (int) added,
                (int) (changed.size() - added),
                rates.size() - changed.size());
    }

    private void write(List<ExchangeRate> rates) {
        database.createNativeQuery("""
                insert into exchange_rate (currency, valid_from, rate)
                select * from unnest(cast(:currencies as text[]), cast(:days as date[]), cast(:rates as numeric[]))
                on conflict (currency, valid_from) do update set rate = excluded.rate""")
                .setParameter(
                        "currencies", rates.stream().map(ExchangeRate::currency).toArray(String[]::new))
                .setParameter(
                        "days",
                        rates.stream().map(rate -> rate.validFrom().toString()).toArray(String[]::new))
                .setParameter(
                        "rates",
                        rates.stream().map(rate -> rate.rate().toPlainString()).toArray(String[]::new))
                .executeUpdate();
    }

    private Map<String, BigDecimal> known() {
        var known = new HashMap<String, BigDecimal>();
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(
                        "select currency, valid_from, rate from exchange_rate", Tuple.class)
                .getResultList();
        rows.forEach(row -> known.put(
                key(row.get("currency", String.class), row.get("valid_from", LocalDate.class)),
                row.get("rate", BigDecimal.class)));
        return known;
    }

    private static String key(String currency, LocalDate day) {
        return currency + day;
    }
}
