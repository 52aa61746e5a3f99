package ee.sild.opportunity.edit;

import java.util.Objects;
import java.util.stream.Stream;

import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.platform.Money;
import ee.sild.platform.problem.Violations;

/** Keeps an opportunity to one currency, whether it is given next to its value or in it. */
final class OpportunityCurrency {

    private OpportunityCurrency() {}

    /** Adds a violation for each amount in another currency than a new one, or than the first amount. */
    static void check(EditOpportunityRequest details, String before, Violations violations) {
        String beside = beside(details, before);
        String expected = beside == null ? inside(details) : beside;
        details.value()
                .amounts()
                .forEach((field, amount) -> violations.addIf(
                        amount != null && !amount.currency().equals(expected),
                        "/value/" + field + "/currency",
                        "currency.one"));
    }

    /**
     * Applies a changed currency to the value, or the currency of a changed value to the opportunity.
     *
     * @param before the currency so far; null for a new opportunity
     * @param otherwise the default if no currency is given
     */
    static EditOpportunityRequest apply(EditOpportunityRequest details, String before, String otherwise) {
        return details.in(Stream.of(beside(details, before), inside(details), before)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise));
    }

    /** The currency that is given next to the value; null if it is the one so far. */
    private static String beside(EditOpportunityRequest details, String before) {
        String currency = details.value().currency();
        return Objects.equals(currency, before) ? null : currency;
    }

    private static String inside(EditOpportunityRequest details) {
        return details.value().amounts().values().stream()
                .filter(Objects::nonNull)
                .map(Money::currency)
                .findFirst()
                .orElse(null);
    }
}
