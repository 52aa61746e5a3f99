package ee.sild.settings;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The files of the European Central Bank in all their forms. */
class EcbRatesTest {

    static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
            <gesmes:subject>Reference rates</gesmes:subject>
            <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
            <Cube><Cube time='2026-11-27'><Cube currency='USD' rate='1.0567'/><Cube currency='JPY' rate='161.34'/></Cube>
            <Cube time='2026-11-26'><Cube currency='USD' rate='1.0501'/></Cube></Cube></gesmes:Envelope>""";

    private static EcbRates read(String file) {
        return EcbRates.of(file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void xml_has_several_days() {
        assertThat(read(XML).days())
                .isEqualTo(Map.of(
                        LocalDate.parse("2026-11-27"),
                        Map.of("USD", new BigDecimal("1.0567"), "JPY", new BigDecimal("161.34")),
                        LocalDate.parse("2026-11-26"),
                        Map.of("USD", new BigDecimal("1.0501"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date, USD, JPY, \n27 November 2026, 1.0567, 161.34, \n",
                "Date,USD,JPY,CYP,\r\n2026-11-27,1.0567,161.34,N/A,\r\n",
                "\uFEFFDate,USD,JPY\n2026-11-27,1.0567,161.34"
            })
    void csv_has_days_in_words_or_numbers(String file) {
        assertThat(read(file).days())
                .isEqualTo(Map.of(
                        LocalDate.parse("2026-11-27"),
                        Map.of("USD", new BigDecimal("1.0567"), "JPY", new BigDecimal("161.34"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Date,USD\n",
                "Day,USD\n2026-11-27,1.05",
                "Date,USD\n27.11.2026,1.05",
                "Date,USD\n2026-11-27,one",
                "Date,USD\n2026-11-27,-1.05",
                "Date,USD\n2026-11-27,0",
                "Date,USD\n2026-02-30,1.05",
                "Date,usd\n2026-11-27,1.05",
                "Date,USD\n2026-11-27,1e9",
                "Date,USD\n2026-11-27,1.123456789",
                "<Cube><Cube time='2026-11-27'><Cube currency='USD' rate='x'/></Cube></Cube>",
                "<Cube currency='USD' rate='1.05'/>",
                "<Cube><Cube time='2026-11-27'>",
                "<html><body>Not found</body></html>",
                "PK\u0003\u0004",
                """
                <!DOCTYPE x [<!ENTITY rate SYSTEM "file:///etc/hostname">]>
                <Cube><Cube time='2026-11-27'><Cube currency='USD' rate='&rate;'/></Cube></Cube>"""
            })
    void anything_else_is_refused(String file) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(file));
    }
}
