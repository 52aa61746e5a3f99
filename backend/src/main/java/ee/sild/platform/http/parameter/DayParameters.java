package ee.sild.platform.http.parameter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import ee.sild.platform.Days;
import ee.sild.platform.problem.Invalid;

/** Reads days in parameters as in bodies. */
@Provider
public class DayParameters implements ParamConverterProvider {

    /** @param name the parameter, which the problem names */
    private record DayConverter(String name) implements ParamConverter<LocalDate> {

        @Override
        public LocalDate fromString(String text) {
            var day = Days.parse(text);
            if (day == null) {
                throw new Invalid("/" + name, "day");
            }
            if (!Days.isWithinReach(day)) {
                throw new Invalid("/" + name, "day.range", Days.EARLIEST.toString(), Days.LATEST.toString());
            }
            return day;
        }

        @Override
        public String toString(LocalDate day) {
            return day.toString();
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        if (raw != LocalDate.class) {
            return null;
        }
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(declared -> ((QueryParam) declared).value())
                .findFirst()
                .orElse("");
        return (ParamConverter<T>) new DayConverter(name);
    }
}
