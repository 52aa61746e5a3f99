package ee.sild.opportunity.edit;

import java.util.Objects;
import java.util.stream.Stream;

import ee.sild.platform.problem.Violations;

/** Keeps an opportunity to one currency, whether it is given next to its value or in it. */
final class OpportunityCurrency {

    private OpportunityCurrency() {}

    /** Adds a violation if a new currency is given that differs from the value's. */
    static void check(EditOpportunityRequest details, String before, Violations violations) {
        String beside = beside(details, before);
        boolean torn = beside != null
                && details.estimatedValue() != null
                && !details.estimatedValue().currency().equals(beside);
        violations.addIf(torn, "/estimatedValue/currency", "currency.one");
    }

    /**
     * Applies a changed currency to the value, or the currency of a changed value to the opportunity.
     *
     * @param before the currency so far; null for a new opportunity
     * @param otherwise the default if no currency is given
     */
    static EditOpportunityRequest apply(EditOpportunityRequest details, String before, String otherwise) {
        return details.in(Stream.of(beside(details, before), inside(details, before), before)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise));
    }

    private static String beside(EditOpportunityRequest details, String before) {
        return Objects.equals(details.currency(), before) ? null : details.currency();
    }

    private static String inside(EditOpportunityRequest details, String before) {
        return details.estimatedValue() == null
                        || details.estimatedValue().currency().equals(before)
                ? null
                : details.estimatedValue().currency();
    }
}
