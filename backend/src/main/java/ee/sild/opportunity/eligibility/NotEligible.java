package ee.sild.opportunity.eligibility;

import java.util.List;

import ee.sild.platform.problem.RuleViolation;

/**
 * Rules exclude partners from an opportunity, and there is no reason to override them. The problem names each rule, at
 * the field that names the partner.
 */
public class NotEligible extends RuleViolation {

    private NotEligible(List<Exclusion> exclusions) {
        super(
                "distribution.not-eligible",
                exclusions.stream().flatMap(one -> one.errors().stream()).toList());
    }

    /** Fails if there are exclusions. */
    public static void throwIfAny(List<Exclusion> exclusions) {
        if (!exclusions.isEmpty()) {
            throw new NotEligible(exclusions);
        }
    }
}
