package ee.sild.opportunity.edit;

import java.util.Objects;
import java.util.stream.Stream;

import ee.sild.platform.problem.Violations;

/** An opportunity has one currency, whether it is named beside its value or in it. */
final class OpportunityCurrency {

    private OpportunityCurrency() {}

    /** Notes where another currency is named, and not the one of the value. */
    static void check(EditOpportunityRequest details, String before, Violations violations) {
        String beside = beside(details, before);
        boolean torn = beside != null
                && details.estimatedValue() != null
                && !details.estimatedValue().currency().equals(beside);
        violations.addIf(torn, "/estimatedValue/currency", "currency.one");
    }

    /**
     * Lets the value follow a changed currency, and the currency a changed value.
     *
     * @param before the currency so far; null for a new opportunity
     * @param otherwise what is meant where no currency is named
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
