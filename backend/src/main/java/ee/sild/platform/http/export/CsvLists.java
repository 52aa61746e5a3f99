package ee.sild.platform.http.export;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers a list that is requested as CSV with its export, for clients of version 0.2, in which this was the only way.
 * A list has pages, and an export has none.
 */
class CsvLists {

    private static final String LISTS = "/api/v1/(?:opportunities|customers|partners|distributions|deal-registrations)";
    private static final Set<String> OF_PAGES = Set.of("limit", "cursor", "count");

    void register(@Observes Router router) {
        router.getWithRegex(LISTS).order(-9_500).handler(request -> {
            if (isCsv(request)) {
                request.request().headers().set("Accept", Export.CSV);
                request.reroute(request.normalizedPath() + "/export?" + filters(request));
            } else {
                request.next();
            }
        });
    }

    /** Whether the client prefers CSV to JSON. */
    private static boolean isCsv(RoutingContext request) {
        return request.parsedHeaders().accept().stream()
                .filter(type -> type.weight() > 0)
                .filter(type -> AcceptedExports.matches(type, Export.CSV)
                        || AcceptedExports.matches(type, MediaType.APPLICATION_JSON))
                .findFirst()
                .filter(type -> !AcceptedExports.matches(type, MediaType.APPLICATION_JSON))
                .isPresent();
    }

    private static String filters(RoutingContext request) {
        String query = request.request().query();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(one -> !OF_PAGES.contains(one.replaceFirst("=.*", "")))
                        .collect(Collectors.joining("&"));
    }
}
