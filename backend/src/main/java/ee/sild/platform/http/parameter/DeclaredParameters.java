package ee.sild.platform.http.parameter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

/** The query parameters of an operation, and whether each may be repeated. */
record DeclaredParameters(Map<String, Declared> all) {

    /** One parameter: whether it can be repeated, and whether it is {@code true} or {@code false}. */
    record Declared(boolean repeatable, boolean trueOrFalse) {

        static Declared of(Class<?> type) {
            return new Declared(
                    Collection.class.isAssignableFrom(type), type == boolean.class || type == Boolean.class);
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
