package ee.sild.identity.password;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;

import ee.sild.platform.problem.Invalid;

/**
 * Refuses passwords that can be guessed: common ones, repetitions, sequences, and those derived from what is known
 * about the user or the service (NIST SP 800-63B). The estimate is that of zxcvbn (D. Wheeler, USENIX Security 2016).
 */
public final class GuessablePasswords {

    /** From 0 to 4; passwords below need fewer than 100 million attempts. */
    private static final int LEAST_SCORE = 3;

    /** The estimate of a longer text takes too long. */
    private static final int EXAMINED = 72;

    /** What the dictionaries of the library, which are English, do not have. */
    private static final List<String> COMMON =
            List.of("sild", "parool", "salasõna", "salasona", "teretere", "minuparool");

    private GuessablePasswords() {}

    /**
     * Throws {@link Invalid} for a password that can be guessed.
     *
     * @param pointer the JSON pointer of the password
     * @param known texts about the user, such as the name, the email address and the company
     */
    public static void refuse(String pointer, String password, Collection<String> known) {
        var words = Stream.concat(COMMON.stream(), known.stream().flatMap(GuessablePasswords::words))
                .distinct()
                .toList();
        String examined = password.substring(0, Math.min(password.length(), EXAMINED));
        // Spaces and hyphens between the words of a name are no secret.
        if (Stream.of(examined, examined.replaceAll("[\\s\\p{Pd}]+", ""))
                .anyMatch(form -> Estimate.ZXCVBN.measure(form, words).getScore() < LEAST_SCORE)) {
            throw new Invalid(pointer, "password.guessable");
        }
    }

    /** A text and its words, as written and without accents, as a password would contain them. */
    private static Stream<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return Stream.of(text, plain)
                .map(form -> form.toLowerCase(Locale.ROOT))
                .flatMap(form -> Stream.concat(
                        Stream.of(form, form.replaceAll("[^\\p{L}\\p{N}]+", "")),
                        Stream.of(form.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 2);
    }

    /** Its dictionaries are read when the first password is chosen. */
    private static final class Estimate {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
