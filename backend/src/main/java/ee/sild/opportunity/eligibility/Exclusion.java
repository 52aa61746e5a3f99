package ee.sild.opportunity.eligibility;

import java.util.List;
import java.util.Locale;

import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.Messages;
import ee.sild.platform.problem.Problem.FieldError;

/**
 * A partner that is not eligible for an opportunity.
 *
 * @param pointer the JSON pointer of the field that names the partner
 * @param rules the rules that exclude it
 */
public record Exclusion(Ref partner, String pointer, List<MatchingRule> rules) {

    Exclusion lasting() {
        return new Exclusion(
                partner, pointer, rules.stream().filter(MatchingRule::isLasting).toList());
    }

    /** An error for each rule. */
    List<FieldError> errors() {
        return rules.stream()
                .map(rule -> {
                    String code = "eligibility."
                            + rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return new FieldError(pointer, code, Messages.field(code, partner.name()));
                })
                .toList();
    }
}
