package ee.sild.opportunity;

import ee.sild.platform.Invalid;

/** An opportunity has one currency, whether it is named beside its value or in it. */
final class Currencies {

    private Currencies() {
    }

    /**
     * Lets the value follow a changed currency, and the currency a changed value.
     *
     * @param before    the currency so far; null for a new opportunity
     * @param otherwise what is meant where no currency is named
     */
    static EditOpportunity settle(EditOpportunity details, String before, String otherwise) {
        String beside = details.currency();
        String inside = details.estimatedValue() == null ? null : details.estimatedValue().currency();
        boolean besideIsNew = beside != null && !beside.equals(before);
        boolean insideIsNew = inside != null && !inside.equals(before);
        if (besideIsNew && insideIsNew && !beside.equals(inside)) {
            throw new Invalid("/estimatedValue/currency", "currency.one");
        }
        if (besideIsNew) {
            return details.in(beside);
        }
        if (insideIsNew) {
            return details.in(inside);
        }
        return details.in(before == null ? otherwise : before);
    }
}
