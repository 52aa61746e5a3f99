package ee.sild.platform.http.json;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

import ee.sild.platform.Days;
import ee.sild.platform.problem.Invalid;

/** A timestamp must be in RFC 3339 format; Jackson reads any number as seconds, and 1e400 as zero. */
class TimestampDeserializer extends StdScalarDeserializer<Instant> {

    private static final Instant EARLIEST =
            Days.EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant AFTER_LATEST =
            Days.LATEST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    TimestampDeserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var time = InstantDeserializer.INSTANT.deserialize(parser, context);
        if (time.isBefore(EARLIEST) || !time.isBefore(AFTER_LATEST)) {
            throw new Invalid(
                    StrictJson.pointer(parser), "day.range", Days.EARLIEST.toString(), Days.LATEST.toString());
        }
        return time;
    }
}
