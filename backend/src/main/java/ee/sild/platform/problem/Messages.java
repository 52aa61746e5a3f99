package ee.sild.platform.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import ee.sild.platform.Language;

/**
 * The texts of problems, field errors and mails, in the language of the request or of the recipient. Each language is
 * one file: {@code messages.properties} in the default language, {@code messages_xx.properties} in any other.
 */
public final class Messages {

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
        return new MessageFormat(bundle(language).getString(key), language).format(facts);
    }

    /** All texts in this language. A text that it lacks is in the default language. */
    public static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("messages", language, NO_SYSTEM_LANGUAGE);
    }

    private static String format(String pattern, Object... arguments) {
        return new MessageFormat(pattern, language().locale()).format(arguments);
    }

    private static String find(String key, String otherwise) {
        ResourceBundle messages = bundle(language().locale());
        try {
            return messages.getString(key);
        } catch (MissingResourceException e) {
            return otherwise == null ? null : messages.getString(otherwise);
        }
    }

    /** The supported language that the current request prefers. */
    public static Language language() {
        var container = Arc.container();
        var routing = container == null || !container.requestContext().isActive()
                ? null
                : container.instance(CurrentVertxRequest.class).get().getCurrent();
        String accepted = routing == null ? null : routing.request().getHeader("Accept-Language");
        if (accepted == null) {
            return Language.DEFAULT;
        }
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted),
                    Language.supported().stream().map(Language::locale).toList());
            return best == null ? Language.DEFAULT : Language.of(best.toLanguageTag());
        } catch (IllegalArgumentException unreadable) {
            return Language.DEFAULT;
        }
    }
}
