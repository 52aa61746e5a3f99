package ee.sild.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurrencyDecimalsTest {

    @Test
    void the_web_app_lets_each_currency_have_as_many_decimals_as_the_server_does() throws IOException {
        var exceptions = new ObjectMapper()
                .readTree(Path.of("../frontend/src/ui/decimals.json").toFile());
        for (Currency currency : Currency.getAvailableCurrencies()) {
            int decimals = 2;
            for (var group : exceptions.properties()) {
                if (group.getValue().asText().contains(currency.getCurrencyCode())) {
                    decimals = Integer.parseInt(group.getKey());
                }
            }
            assertThat(decimals)
                    .as(currency.getCurrencyCode())
                    .isEqualTo(Math.max(0, currency.getDefaultFractionDigits()));
        }
    }
}
