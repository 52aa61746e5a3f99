package ee.sild.opportunity.edit;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import ee.sild.opportunity.OpportunityValueRequest;
import ee.sild.platform.Money;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.Violations;

import static ee.sild.opportunity.OpportunityTest.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An opportunity has one currency. */
class OpportunityCurrencyTest {

    @Test
    void currency_and_value_stay_consistent() {
        var usd = details("EUR").in("USD");
        assertThat(OpportunityCurrency.apply(usd, "EUR", "EUR")
                        .value()
                        .estimated()
                        .currency())
                .isEqualTo("USD");
        assertThat(OpportunityCurrency.apply(details(null), null, "SEK").value().currency())
                .isEqualTo("SEK");
        var torn = details(null).withValue(OpportunityValueRequest.ofEstimate("USD", new Money(BigDecimal.ONE, "SEK")));
        var violations = new Violations();
        OpportunityCurrency.check(torn, "EUR", violations);
        assertThatThrownBy(violations::throwIfAny).isInstanceOf(Invalid.class);
        var nothing = new Violations();
        OpportunityCurrency.check(usd, "EUR", nothing);
        assertThatCode(nothing::throwIfAny).doesNotThrowAnyException();
    }
}
