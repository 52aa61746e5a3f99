package ee.sild.platform;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Currency;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.Api;
import ee.sild.SuperuserConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The database and the application validate the decimals of amounts. */
@QuarkusTest
class MoneyTest {

    @Test
    void the_database_knows_the_decimals_of_every_currency() throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var query = owner.prepareStatement("select currency_decimals(?)")) {
            for (Currency currency : Currency.getAvailableCurrencies()) {
                query.setString(1, currency.getCurrencyCode());
                try (var row = query.executeQuery()) {
                    row.next();
                    assertThat(row.getInt(1))
                            .as(currency.getCurrencyCode())
                            .isEqualTo(Math.max(0, currency.getDefaultFractionDigits()));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "estimated_value, 1234.56, JPY",
        "actual_value, 1.001, USD",
        "estimated_value, 0.001, EUR",
        "actual_value, 0.0001, KWD"
    })
    void an_amount_with_too_many_decimals_is_rejected(String column, BigDecimal amount, String currency)
            throws SQLException {
        String opportunity = Api.opportunity();
        try (var owner = SuperuserConnection.connection();
                var update = owner.prepareStatement(
                        "update opportunity set currency = ?, %s = ? where id = ?::uuid".formatted(column))) {
            update.setString(1, currency);
            update.setBigDecimal(2, amount);
            update.setString(3, opportunity);
            assertThatThrownBy(update::executeUpdate).hasMessageContaining("opportunity_money_check");
        }
    }
}
