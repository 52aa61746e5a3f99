package ee.sild.identity.password;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.platform.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GuessablePasswordsTest {

    private static final List<String> KNOWN =
            List.of("Anna Õunapuu", "anna.ounapuu@pohjala.example", "Põhjala Trükikoda OÜ");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "password1234",
                "Password1234!",
                "qwertyuiop12",
                "123456789012",
                "abcdefghijkl",
                "abcabcabcabc",
                "parool123456",
                "salasõna2026",
                "sildsildsild",
                "Põhjala Trükikoda",
                "pohjalatrukikoda",
                "Trukikoda2026",
                "anna.ounapuu@pohjala.example",
                "Anna Õunapuu 1",
                "ounapuu12345",
            })
    void refuses_a_password_that_is_common_or_derived(String password) {
        assertThatThrownBy(() -> GuessablePasswords.refuse("/password", password, KNOWN))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long enough for anybody",
                "correct horse battery",
                "x9$kQ2!vLmPz",
                "sild-demo-2026",
                "üheksa hunti jõe ääres"
            })
    void accepts_a_password_that_is_not(String password) {
        assertThatCode(() -> GuessablePasswords.refuse("/password", password, KNOWN))
                .doesNotThrowAnyException();
    }
}
