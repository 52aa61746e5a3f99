package ee.sild.platform.http.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

import ee.sild.platform.problem.Invalid;

/** 40.0 is a whole number; 0.9 is rejected, not truncated. */
class WholeNumberDeserializer extends StdScalarDeserializer<Integer> {

    private final Integer absent;
    private final DecimalDeserializer decimals = new DecimalDeserializer();

    /** @param absent the value for a missing field */
    WholeNumberDeserializer(Integer absent) {
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
            throw new Invalid(
                    StrictJson.pointer(parser), parser.hasToken(JsonToken.VALUE_NUMBER_INT) ? "range" : "whole");
        }
    }

    @Override
    public Integer getNullValue(DeserializationContext context) {
        return absent;
    }
}
