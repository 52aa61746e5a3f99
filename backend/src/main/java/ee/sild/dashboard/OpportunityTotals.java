package ee.sild.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.opportunity.state.Phase;
import ee.sild.platform.Money;

/** The numbers of opportunities on a dashboard, as sums of totals. */
record OpportunityTotals(List<OpportunityTotal> totals, String currency, LocalDate today) {

    private static final int MONTHS = 12;

    long count(Predicate<OpportunityTotal> which) {
        return sum(OpportunityTotal::count, which);
    }

    long sum(ToLongFunction<OpportunityTotal> number, Predicate<OpportunityTotal> which) {
        return totals.stream().filter(which).mapToLong(number).sum();
    }

    Money sum(Function<OpportunityTotal, BigDecimal> amount, Predicate<OpportunityTotal> which) {
        var sum = totals.stream().filter(which).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(sum.setScale(2, RoundingMode.HALF_UP), currency);
    }

    Money wonThisYear() {
        return sum(OpportunityTotal::actual, one -> one.is(OpportunityStatus.WON) && one.thisYear());
    }

    /** The share of won among those won or lost in the last 365 days; null without any. */
    Double winRate() {
        long won = count(one -> one.is(OpportunityStatus.WON) && one.inLastYear());
        long lost = count(one -> one.is(OpportunityStatus.LOST) && one.inLastYear());
        return won + lost == 0 ? null : (double) won / (won + lost);
    }

    /** The open ones; without statuses that none has. */
    List<StatusCount> byStatus() {
        return Arrays.stream(OpportunityStatus.values())
                .filter(status -> !status.isClosed() && count(one -> one.is(status)) > 0)
                .map(status -> new StatusCount(
                        status, count(one -> one.is(status)), sum(OpportunityTotal::value, one -> one.is(status))))
                .toList();
    }

    /** Those that partners work on; without phases that none has. */
    List<PhaseCount> byPhase() {
        return Arrays.stream(Phase.values())
                .filter(phase -> count(one -> one.phase() == phase) > 0)
                .map(phase -> new PhaseCount(
                        phase,
                        count(one -> one.phase() == phase),
                        sum(OpportunityTotal::value, one -> one.phase() == phase)))
                .toList();
    }

    /** The last twelve months, the oldest first. */
    List<MonthValue> byMonth() {
        return IntStream.range(0, MONTHS)
                .mapToObj(
                        i -> YearMonth.from(today).minusMonths(MONTHS - 1L - i).toString())
                .map(this::month)
                .toList();
    }

    private MonthValue month(String month) {
        return new MonthValue(
                month,
                count(one -> one.is(OpportunityStatus.WON) && Objects.equals(one.month(), month)),
                count(one -> one.is(OpportunityStatus.LOST) && Objects.equals(one.month(), month)),
                sum(
                        OpportunityTotal::actual,
                        one -> one.is(OpportunityStatus.WON) && Objects.equals(one.month(), month)));
    }
}
