package ee.sild.distribution.rule;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** Shows the distribution rules. */
@ApplicationScoped
class DistributionRuleViews {

    private final DistributionRules rules;
    private final Vocabularies vocabularies;

    DistributionRuleViews(DistributionRules rules, Vocabularies vocabularies) {
        this.rules = rules;
        this.vocabularies = vocabularies;
    }

    List<DistributionRuleView> all() {
        return rules.list("order by position").stream().map(this::view).toList();
    }

    DistributionRuleView view(DistributionRule rule) {
        return new DistributionRuleView(
                rule.id(),
                rule.position(),
                rule.name(),
                rule.active(),
                rule.valueFrom(),
                rule.valueTo(),
                rule.source(),
                vocabularies.refs(Vocabulary.TERRITORY, rule.territories()),
                vocabularies.refs(Vocabulary.PRODUCT_LINE, rule.productLines()),
                rule.method(),
                rule.weights(),
                rule.version());
    }
}
