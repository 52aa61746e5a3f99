package ee.sild.platform.http.parameter;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

/** Which methods an address has, for {@code Allow} and {@code OPTIONS}. */
@ApplicationScoped
public class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final BeanManager beans;
    private volatile List<Route> routes;
    private volatile Map<String, Set<String>> fixed;

    /**
     * @param literals the number of characters outside variables: the address belongs to the routes with most of them
     */
    private record Route(Pattern path, int literals, String method) {}

    private static final class AnyLiteral extends AnnotationLiteral<Any> implements Any {
        private static final long serialVersionUID = 1;
    }

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    /** The methods of an address, sorted; empty if there is no such address. */
    public Set<String> of(String path) {
        if (routes == null) {
            routes = find();
        }
        String address = path.startsWith("/") ? path : "/" + path;
        var matching = routes.stream()
                .filter(route -> route.path().matcher(address).matches())
                .toList();
        int literals = matching.stream().mapToInt(Route::literals).max().orElse(0);
        var methods = matching.stream()
                .filter(route -> route.literals() == literals)
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** The methods of an address that is a route without variables; empty for any other. */
    Set<String> ofFixed(String path) {
        if (fixed == null) {
            fixed = addresses()
                    .filter(address -> !VARIABLE.matcher(address).find())
                    .distinct()
                    .collect(Collectors.toMap(Function.identity(), this::of));
        }
        return fixed.getOrDefault(path, Set.of());
    }

    private Stream<String> addresses() {
        return resources().flatMap(type -> operations(type).map(operation -> path(type, operation)));
    }

    private List<Route> find() {
        return resources()
                .flatMap(type -> operations(type)
                        .flatMap(operation -> methods(operation).map(method -> route(path(type, operation), method))))
                .toList();
    }

    private Stream<Class<?>> resources() {
        return beans.getBeans(Object.class, new AnyLiteral()).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct();
    }

    private static Stream<Method> operations(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(operation -> methods(operation).findAny().isPresent());
    }

    private static Stream<String> methods(Method operation) {
        return Arrays.stream(operation.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    private static Route route(String path, String method) {
        var pattern = new StringBuilder();
        var variables = VARIABLE.matcher(path);
        int from = 0;
        while (variables.find()) {
            pattern.append(Pattern.quote(path.substring(from, variables.start())))
                    .append("[^/]+");
            from = variables.end();
        }
        pattern.append(Pattern.quote(path.substring(from))).append("/?");
        return new Route(
                Pattern.compile(pattern.toString()),
                VARIABLE.matcher(path).replaceAll("").length(),
                method);
    }

    private static String path(Class<?> resource, Method operation) {
        var own = operation.getAnnotation(Path.class);
        String path = "/" + resource.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value());
        return path.replaceAll("/+", "/").replaceAll("/$", "");
    }
}
