package ee.sild.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;

import jakarta.persistence.Tuple;

import ee.sild.platform.Money;

/** A row of numbers, with values in the base currency. */
record DashboardRow(Tuple row, String currency) {

    long count(String column) {
        return ((Number) row.get(column)).longValue();
    }

    Money money(String column) {
        return Money.of(((BigDecimal) row.get(column)).setScale(2, RoundingMode.HALF_UP), currency);
    }

    /** Null if there is nothing to compute it from. */
    Double ratio(String column) {
        return row.get(column) == null ? null : ((Number) row.get(column)).doubleValue();
    }

    <T> T get(String column, Class<T> type) {
        return row.get(column, type);
    }
}
