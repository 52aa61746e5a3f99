package ee.sild.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Currency;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CurrencyDecimalsTest {

    @Test
    void web_app_and_server_use_the_same_decimals() throws IOException {
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
