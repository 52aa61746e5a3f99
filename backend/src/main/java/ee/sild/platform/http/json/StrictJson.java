package ee.sild.platform.http.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * Reads JSON strictly: no conversion between numbers and text or between number types, no duplicate fields, nothing
 * after the end.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** Runs after the modules of Quarkus, whose deserializers are less strict. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.getFactory().configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        json.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false);
        for (var type : new LogicalType[] {LogicalType.Textual, LogicalType.Enum}) {
            for (var shape : new CoercionInputShape[] {
                CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
            }) {
                json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
        json.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new TextDeserializer())
                .addDeserializer(BigDecimal.class, new DecimalDeserializer())
                .addDeserializer(JsonNode.class, new PatchDeserializer())
                .addDeserializer(Integer.class, new WholeNumberDeserializer(null))
                .addDeserializer(int.class, new WholeNumberDeserializer(0))
                .addDeserializer(LocalDate.class, new DayDeserializer())
                .addDeserializer(Instant.class, new TimestampDeserializer()));
    }

    /** Where the parser is, as a JSON pointer. */
    static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
