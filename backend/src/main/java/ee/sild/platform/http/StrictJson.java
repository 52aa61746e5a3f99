package ee.sild.platform.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import io.quarkus.jackson.ObjectMapperCustomizer;

import ee.sild.platform.problem.Invalid;

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
                .addDeserializer(String.class, new StrictJson.StorableTextDeserializer())
                .addDeserializer(BigDecimal.class, new Decimal())
                .addDeserializer(JsonNode.class, new Tree())
                .addDeserializer(Integer.class, new WholeNumber(null))
                .addDeserializer(int.class, new WholeNumber(0))
                .addDeserializer(Instant.class, new Moment()));
    }

    /** PostgreSQL stores every character except NUL. */
    private static class StorableTextDeserializer extends StringDeserializer {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw InvalidFormatException.from(parser, "NUL", text, String.class);
            }
            return text;
        }
    }

    /** A number of at most a thousand digits when written out: 1e2147483647 is twelve characters long. */
    private static class Decimal extends NumberDeserializers.BigDecimalDeserializer {

        private static final int MOST = 1_000;

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                BigDecimal number = super.deserialize(parser, context);
                if (number == null || Math.abs((long) number.scale()) <= MOST) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below
            }
            throw new Invalid(pointer(parser), "range");
        }
    }

    /** A timestamp must be in RFC 3339 format; Jackson reads any number as seconds, and 1e400 as zero. */
    private static class Moment extends StdScalarDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? InstantDeserializer.INSTANT.deserialize(parser, context)
                    : (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
    }

    /** A patch, whose numbers are read before their fields are known. */
    private static class Tree extends StdDeserializer<JsonNode> {

        Tree() {
            super(JsonNode.class);
        }

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return (JsonNode)
                        JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
            } catch (NumberFormatException e) {
                throw new Invalid(pointer(parser), "range");
            }
        }

        @Override
        public JsonNode getNullValue(DeserializationContext context) {
            return NullNode.getInstance();
        }
    }

    /** 40.0 is a whole number; 0.9 is rejected, not truncated. */
    private static class WholeNumber extends StdScalarDeserializer<Integer> {

        private final Integer absent;
        private final Decimal decimals = new Decimal();

        /** @param absent the value for a missing field */
        WholeNumber(Integer absent) {
            super(Integer.class);
            this.absent = absent;
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isNumeric()) {
                return (Integer) context.handleUnexpectedToken(Integer.class, parser);
            }
            try {
                return decimals.deserialize(parser, context).intValueExact();
            } catch (ArithmeticException cut) {
                throw new Invalid(pointer(parser), parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? "range" : "whole");
            }
        }

        @Override
        public Integer getNullValue(DeserializationContext context) {
            return absent;
        }
    }

    private static String pointer(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
