package ee.sild.platform;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A supported language, by its BCP 47 tag. The property {@code quarkus.locales} lists them; the API's contract and the
 * database follow that list.
 */
@Schema(type = SchemaType.STRING)
public record Language(@JsonValue String code) {

    private static final List<Language> SUPPORTED =
            ConfigProvider.getConfig().getValues("quarkus.locales", String.class).stream()
                    .map(Language::new)
                    .toList();

    /** The language of users who did not select one, and of requests that ask for none of the supported ones. */
    public static final Language DEFAULT =
            of(ConfigProvider.getConfig().getValue("quarkus.default-locale", String.class));

    public static List<Language> supported() {
        return SUPPORTED;
    }

    /** The supported language with this code; an {@link IllegalArgumentException} if there is none. */
    @JsonCreator
    public static Language of(String code) {
        return SUPPORTED.stream()
                .filter(language -> language.code.equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("Not a supported language: " + code));
    }

    /** For texts, dates and numbers in this language. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }
}
