package ee.sild.platform.http.parameter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

/** The query parameters of an operation, and whether each may be repeated. */
record DeclaredParameters(Map<String, Declared> all) {

    /**
     * One parameter: whether it can be repeated, and the form of its values; null if its type sees to that. Java reads
     * any text but {@code true} as false, and digits of all scripts.
     */
    record Declared(boolean repeatable, Pattern form) {

        private static final Pattern BOOLEAN = Pattern.compile("true|false");
        private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
        private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
        private static final Map<Class<?>, Pattern> FORMS = Map.of(
                boolean.class, BOOLEAN,
                Boolean.class, BOOLEAN,
                int.class, INTEGER,
                Integer.class, INTEGER,
                long.class, INTEGER,
                Long.class, INTEGER,
                BigDecimal.class, NUMBER);

        static Declared of(Class<?> type) {
            return new Declared(Collection.class.isAssignableFrom(type), FORMS.get(type));
        }

        boolean accepts(List<String> values) {
            return form == null
                    || values.stream().allMatch(value -> form.matcher(value).matches());
        }
    }

    static DeclaredParameters of(Method operation) {
        var found = new HashMap<String, Declared>();
        for (Parameter parameter : operation.getParameters()) {
            add(found, parameter.getAnnotation(QueryParam.class), parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(found, parameter.getType());
            }
        }
        return new DeclaredParameters(Map.copyOf(found));
    }

    private static void fields(Map<String, Declared> found, Class<?> type) {
        for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
            for (Field field : current.getDeclaredFields()) {
                add(found, field.getAnnotation(QueryParam.class), field.getType());
                if (field.isAnnotationPresent(BeanParam.class)) {
                    fields(found, field.getType());
                }
            }
        }
    }

    private static void add(Map<String, Declared> found, Annotation declared, Class<?> type) {
        if (declared instanceof QueryParam parameter) {
            found.put(parameter.value(), Declared.of(type));
        }
    }
}
