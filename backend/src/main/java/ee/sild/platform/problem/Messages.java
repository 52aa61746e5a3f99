package ee.sild.platform.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** The texts of problems, field errors and mails, in the language of the request or of the recipient. */
public final class Messages {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("et"));
    private static final ResourceBundle.Control NO_SYSTEM_LANGUAGE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    static String title(String code) {
        return format(find("problem." + code, "problem.internal"));
    }

    static String detail(String code, Object... arguments) {
        String pattern = find("problem." + code + ".detail", null);
        return pattern == null ? null : format(pattern, arguments);
    }

    /** The text with its placeholders; null if there is none. */
    static String pattern(String key) {
        return find(key, null);
    }

    /** A text of the pages that the server renders itself. */
    static String page(String key) {
        return find("page." + key, "problem.internal");
    }

    public static String field(String code, Object... arguments) {
        return format(find("field." + code, "field.invalid"), arguments);
    }

    /** The text of a key in this language, with the placeholders filled in. */
    public static String in(Locale language, String key, Object... facts) {
        return new MessageFormat(
                        ResourceBundle.getBundle("words", language, NO_SYSTEM_LANGUAGE)
                                .getString(key),
                        language)
                .format(facts);
    }

    private static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, language()).format(arguments);
    }

    private static String find(String key, String otherwise) {
        ResourceBundle words = ResourceBundle.getBundle("words", language(), NO_SYSTEM_LANGUAGE);
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            return otherwise == null ? null : words.getString(otherwise);
        }
    }

    static Locale language() {
        var routing = Arc.container() == null
                ? null
                : Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        String accepted = routing == null ? null : routing.request().getHeader("Accept-Language");
        if (accepted == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), SPOKEN);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }
}
