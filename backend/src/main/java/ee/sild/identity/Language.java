package ee.sild.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/** The languages that Sild speaks. */
public enum Language {
    en,
    et;

    @JsonValue
    String code() {
        return name();
    }
}
