package ee.sild.platform.http.json;

import java.io.IOException;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;

import ee.sild.platform.Multiline;
import ee.sild.platform.Texts;
import ee.sild.platform.Verbatim;
import ee.sild.platform.problem.Invalid;

/** A text as {@link Texts} requires: one line, unless the field says otherwise. */
class TextDeserializer extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private final UnaryOperator<String> normalize;

    TextDeserializer() {
        this(Texts::oneLine);
    }

    private TextDeserializer(UnaryOperator<String> normalize) {
        super(String.class);
        this.normalize = normalize;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        if (property == null || property.getMember() == null) {
            return this;
        }
        if (property.getAnnotation(Verbatim.class) != null) {
            return new TextDeserializer(UnaryOperator.identity());
        }
        return property.getAnnotation(Multiline.class) != null ? new TextDeserializer(Texts::lines) : this;
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text == null) {
            return null;
        }
        int forbidden = Texts.forbidden(text);
        if (forbidden >= 0) {
            throw new Invalid(StrictJson.pointer(parser), "character", "U+%04X".formatted(forbidden));
        }
        return normalize.apply(text);
    }
}
