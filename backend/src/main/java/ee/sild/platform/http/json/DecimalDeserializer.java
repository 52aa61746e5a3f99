package ee.sild.platform.http.json;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;

import ee.sild.platform.problem.Invalid;

/** A number of at most a thousand digits when written out: 1e2147483647 is twelve characters long. */
class DecimalDeserializer extends NumberDeserializers.BigDecimalDeserializer {

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
        throw new Invalid(StrictJson.pointer(parser), "range");
    }
}
