package ee.sild.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** The supported languages. */
public enum Language {
    en,
    et;

    @JsonValue
    String code() {
        return name();
    }
}
