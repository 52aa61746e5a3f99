package ee.sild.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import ee.sild.platform.Currency;

/** The vendor's currency. */
@ConfigMapping(prefix = "sild")
public interface CurrencySettings {

    /** The currency in which totals are shown (ISO 4217). */
    @WithDefault("EUR")
    @Currency
    String baseCurrency();
}
