package ee.sild.platform;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.helger.masterdata.vat.VATINSyntaxChecker;

/**
 * The one form in which identifiers of companies are stored, compared and filtered by. What a user types or a client
 * sends is normalized to it: it may contain spaces and punctuation, and letters in any case.
 */
public final class Identifiers {

    private static final Pattern SPACES = Pattern.compile("[\\s\\x85\\p{Z}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\x85\\p{Z}.,:/_\\p{Pd}]+");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[0-9A-Z]+");

    /** Countries whose VAT numbers begin with another code than that of ISO 3166. */
    private static final Map<String, String> VAT_PREFIXES = Map.of("GR", "EL");

    /** What may follow the number. It says the same in each of the country's languages. */
    private static final Map<String, Pattern> VAT_SUFFIXES =
            Map.of("CH", Pattern.compile("(?:MWST|TVA|IVA)$"), "NO", Pattern.compile("MVA$"));

    /** Registry codes that are VAT numbers without the country's prefix. */
    private static final Set<String> CODES_IN_VAT_NUMBERS = Set.of("FI", "LV");

    private Identifiers() {}

    /** The filters of a list in the form of what is stored, without empty ones; null for null. */
    public static List<String> all(List<String> texts, UnaryOperator<String> form) {
        return texts == null
                ? null
                : texts.stream()
                        .filter(text -> !text.isBlank())
                        .map(form)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /** A code of letters, such as that of a country or currency; null for null. */
    public static String code(String text) {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    /** The code in a public register; null if it is empty. */
    public static String registryCode(String text) {
        return text == null ? null : orNull(SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT));
    }

    /** A VAT number of a company in any country, without spaces and punctuation; null if it is empty. */
    public static String vatNumber(String text) {
        return vatNumber(text, null);
    }

    /**
     * A VAT number; null if it is empty. It begins with the country's prefix, also if that is missing and the number is
     * valid with it.
     *
     * @param country the country of the company; null if it is not known
     */
    public static String vatNumber(String text, String country) {
        String plain =
                text == null ? "" : PUNCTUATION.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return text == null || text.isBlank() ? null : text.strip();
        }
        if (country == null) {
            return plain;
        }
        String prefix = VAT_PREFIXES.getOrDefault(country, country);
        var suffix = VAT_SUFFIXES.get(country);
        String number = suffix == null ? plain : suffix.matcher(plain).replaceFirst("");
        if (number.startsWith(country) && !prefix.equals(country)) {
            number = prefix + number.substring(country.length());
        }
        return !number.startsWith(prefix)
                        && isChecked(prefix + number)
                        && VATINSyntaxChecker.isValidVATIN(prefix + number)
                ? prefix + number
                : number;
    }

    /** Whether a normalized VAT number has no other characters than letters and digits. */
    static boolean isVatNumber(String number) {
        return LETTERS_AND_DIGITS.matcher(number).matches();
    }

    /** Whether no company can have this VAT number: its length or its check digit is wrong. */
    public static boolean isWrongVatNumber(String number) {
        return number != null && isChecked(number) && !VATINSyntaxChecker.isValidVATIN(number);
    }

    /**
     * Whether no company of this country can have this registry code: its length or its check digit is wrong. Codes of
     * countries whose rules are not known are never wrong.
     */
    public static boolean isWrongRegistryCode(String code, String country) {
        if (code == null || country == null) {
            return false;
        }
        if (country.equals("EE")) {
            return !isEstonian(code);
        }
        return CODES_IN_VAT_NUMBERS.contains(country)
                && !VATINSyntaxChecker.isValidVATIN(
                        country + PUNCTUATION.matcher(code).replaceAll(""));
    }

    private static boolean isChecked(String number) {
        return number.length() >= 2 && VATINSyntaxChecker.isValidatorPresent(number);
    }

    /** The last of eight digits is the remainder by 11, weighted with 1 to 7 or, if that is 10, with 3 to 9. */
    private static boolean isEstonian(String code) {
        if (!code.matches("[1-9][0-9]{7}")) {
            return false;
        }
        int check = weighted(code, 1) % 11;
        if (check == 10) {
            check = weighted(code, 3) % 11 % 10;
        }
        return check == code.charAt(7) - '0';
    }

    private static int weighted(String code, int firstWeight) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += (code.charAt(i) - '0') * (firstWeight + i);
        }
        return sum;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
