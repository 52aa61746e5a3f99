package ee.sild.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifiersTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "' 10012345', 10012345",
                "'1001 2345', 10012345",
                "'hrb\u00A012345 b', HRB12345B",
                "1234567-8, 1234567-8",
                "' \u202F ', null",
                "'', null",
                "null, null"
            })
    void registry_codes_have_no_spaces(String typed, String stored) {
        assertThat(Identifiers.registryCode(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "EE 100 594 102, EE, EE100594102",
                "ee100594102, EE, EE100594102",
                "100594102, EE, EE100594102",
                "100594103, EE, 100594103",
                "EE100594102, null, EE100594102",
                "EE100594102, LV, EE100594102",
                "LV-40003521600, LV, LV40003521600",
                "FI 2077474-0, FI, FI20774740",
                "GR094259216, GR, EL094259216",
                "094259216, GR, EL094259216",
                "CHE-116.281.710 MWST, CH, CHE116281710",
                "CHE-116.281.710 TVA, CH, CHE116281710",
                "NO 974 760 673 MVA, NO, NO974760673",
                "'', EE, null",
                "null, EE, null",
                "---, EE, ---",
                "ЕЕ100594102, EE, ЕЕ100594102"
            })
    void vat_numbers_have_the_form_of_their_country(String typed, String country, String stored) {
        assertThat(Identifiers.vatNumber(typed, country)).isEqualTo(stored);
    }

    @Test
    void a_vat_number_has_only_letters_and_digits() {
        assertThat(Identifiers.isVatNumber("EE100594102")).isTrue();
        assertThat(Identifiers.isVatNumber("---")).isFalse();
        assertThat(Identifiers.isVatNumber("ЕЕ100594102")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EE100594102", "LV40003521600", "LT119511515", "FI20774740", "ATU10223006", "XX1", "CHE116281710"
            })
    void no_warning_for_right_and_unknown_vat_numbers(String number) {
        assertThat(Identifiers.isWrongVatNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EE100594103", "LV40003521601", "LT119511516", "FI20774741", "EE1005941"})
    void a_wrong_check_digit_or_length_is_found(String number) {
        assertThat(Identifiers.isWrongVatNumber(number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10421629, EE, false",
        "10137025, EE, false",
        "10421628, EE, true",
        "1042162, EE, true",
        "2077474-0, FI, false",
        "2077474-1, FI, true",
        "40003521600, LV, false",
        "40003521601, LV, true",
        "HRB1, DE, false"
    })
    void registry_codes_with_known_check_digits_are_checked(String code, String country, boolean wrong) {
        assertThat(Identifiers.isWrongRegistryCode(code, country)).isEqualTo(wrong);
    }
}
