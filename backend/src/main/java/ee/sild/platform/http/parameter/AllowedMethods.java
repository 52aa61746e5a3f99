package ee.sild.platform.http.parameter;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    private List<Route> find() {
        return beans.getBeans(Object.class, new AnyLiteral()).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::routes)
                .toList();
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(operation -> Arrays.stream(operation.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(Objects::nonNull)
                        .map(method -> route(path(resource, operation), method.value())));
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
