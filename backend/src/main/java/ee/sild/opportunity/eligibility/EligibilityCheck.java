package ee.sild.opportunity.eligibility;

import java.util.List;

/**
 * Whether the partners that a request names may get an opportunity.
 *
 * @param exclusions the partners that are not eligible
 * @param undecided whether another partner has exclusivity for a customer that may be the same company
 */
public record EligibilityCheck(List<Exclusion> exclusions, boolean undecided) {

    /** The same without rules that do not bind partners whom an opportunity was given before, or who brought it. */
    public EligibilityCheck lasting() {
        return new EligibilityCheck(
                exclusions.stream()
                        .map(Exclusion::lasting)
                        .filter(one -> !one.rules().isEmpty())
                        .toList(),
                undecided);
    }

    /** Nobody is named. */
    static final EligibilityCheck NOBODY = new EligibilityCheck(List.of(), false);
}
