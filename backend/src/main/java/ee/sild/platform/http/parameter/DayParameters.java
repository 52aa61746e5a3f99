package ee.sild.platform.http.parameter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import ee.sild.platform.Days;
import ee.sild.platform.problem.Malformed;

/** Reads days in parameters as in bodies. */
@Provider
public class DayParameters implements ParamConverterProvider {

    private static final ParamConverter<LocalDate> DAYS = new ParamConverter<>() {
        @Override
        public LocalDate fromString(String text) {
            var day = Days.parse(text);
            if (day == null || !Days.isWithinReach(day)) {
                throw new Malformed("malformed");
            }
            return day;
        }

        @Override
        public String toString(LocalDate day) {
            return day.toString();
        }
    };

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
        return raw == LocalDate.class ? (ParamConverter<T>) DAYS : null;
    }
}
