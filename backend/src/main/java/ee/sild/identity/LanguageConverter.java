package ee.sild.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import ee.sild.platform.Language;

/** Stores a language as its code. */
@Converter(autoApply = true)
public class LanguageConverter implements AttributeConverter<Language, String> {

    @Override
    public String convertToDatabaseColumn(Language language) {
        return language == null ? null : language.code();
    }

    @Override
    public Language convertToEntityAttribute(String code) {
        return code == null ? null : Language.of(code);
    }
}
