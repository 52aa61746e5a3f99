package ee.sild.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CurrencyTest {

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD", "SEK"})
    void money_is_a_currency(String code) {
        assertThat(Currency.Check.known(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "XAU", "XDR", "ABC", "eur", ""})
    void other_codes_are_no_currency(String code) {
        assertThat(Currency.Check.known(code)).isFalse();
    }
}
