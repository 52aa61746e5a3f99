package ee.sild.distribution.matching;

import java.util.Locale;

import ee.sild.platform.problem.Messages;
import ee.sild.platform.problem.Problem.FieldError;
import ee.sild.platform.problem.RuleViolation;

/** A method finds no partner. The problem counts the partners that each rule excludes. */
public class NobodyEligible extends RuleViolation {

    public NobodyEligible(MatchesView matches) {
        super(
                "distribution.nobody",
                matches.exclusions().stream().map(NobodyEligible::error).toList());
    }

    private static FieldError error(MatchesView.RuleExclusions one) {
        String rule = one.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new FieldError("/method", "eligibility." + rule, Messages.field("excluded." + rule, one.partners()));
    }
}
