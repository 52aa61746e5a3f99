package ee.sild.dashboard;

import java.math.BigDecimal;

import jakarta.persistence.Tuple;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;

/**
 * How many opportunities have the same status, phase and alert and were closed in the same period, with their sums in
 * the base currency.
 *
 * @param phase null unless a partner works on them
 * @param alert null for none
 * @param month the month in which they were closed, such as {@code 2026-11}; null while open
 * @param inLastYear whether they were closed in the last 365 days
 * @param thisYear whether they were closed in this calendar year
 * @param forecast the sum of the values weighted by probability
 */
record OpportunityTotal(
        OpportunityStatus status,
        Phase phase,
        Alert alert,
        String month,
        boolean inLastYear,
        boolean thisYear,
        long count,
        BigDecimal value,
        BigDecimal forecast,
        BigDecimal actual,
        long exhausted,
        long extensionRequested) {

    static OpportunityTotal of(Tuple row) {
        return new OpportunityTotal(
                OpportunityStatus.valueOf(row.get("status", String.class)),
                row.get("phase") == null ? null : Phase.valueOf(row.get("phase", String.class)),
                row.get("alert") == null ? null : Alert.valueOf(row.get("alert", String.class)),
                row.get("month", String.class),
                row.get("in_last_year", Boolean.class),
                row.get("this_year", Boolean.class),
                number(row, "count"),
                row.get("value", BigDecimal.class),
                row.get("forecast", BigDecimal.class),
                row.get("actual", BigDecimal.class),
                number(row, "exhausted"),
                number(row, "extension_requested"));
    }

    boolean isOpen() {
        return !status.isClosed();
    }

    boolean isWorked() {
        return status.isWorked();
    }

    boolean is(OpportunityStatus other) {
        return status == other;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
