package ee.sild.identity.secondfactor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TotpTest {

    /** The secret of the test vectors in appendix B of RFC 6238. */
    private static final String SECRET =
            new Base32().encodeAsString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six digits of the vectors for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    /** Step 1 lasts from second 30 to 59. */
    @ParameterizedTest
    @CsvSource({"0, true", "29, true", "30, true", "59, true", "60, true", "89, true", "90, false", "3600, false"})
    void clocks_may_differ_by_one_step(long second, boolean accepted) {
        assertThat(Totp.step(SECRET, "287082", Instant.ofEpochSecond(second)).isPresent())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"287083", "28708", "2870820", "''", "abcdef", "２８７０８２"})
    void other_codes_are_refused(String code) {
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void secrets_are_random_and_named_by_issuer_and_user() {
        String secret = Totp.secret();
        assertThat(new Base32().decode(secret)).hasSize(Totp.SECRET_BYTES);
        assertThat(Totp.secret()).isNotEqualTo(secret);
        assertThat(Totp.address(secret, "kadri+1@pohjala.example"))
                .isEqualTo("otpauth://totp/Sild:kadri%2B1%40pohjala.example?secret=" + secret + "&issuer=Sild");
    }
}
