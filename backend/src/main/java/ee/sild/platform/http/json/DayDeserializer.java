package ee.sild.platform.http.json;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

import ee.sild.platform.Days;
import ee.sild.platform.problem.Invalid;

/** A day such as 2026-11-29. Jackson also reads times of day, whose day depends on the time zone, and any year. */
class DayDeserializer extends StdScalarDeserializer<LocalDate> {

    DayDeserializer() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        var day = Days.parse(parser.getText());
        if (day == null) {
            throw new Invalid(StrictJson.pointer(parser), "day");
        }
        if (!Days.isWithinReach(day)) {
            throw new Invalid(
                    StrictJson.pointer(parser), "day.range", Days.EARLIEST.toString(), Days.LATEST.toString());
        }
        return day;
    }
}
