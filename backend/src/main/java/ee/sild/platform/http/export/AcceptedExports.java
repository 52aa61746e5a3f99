package ee.sild.platform.http.export;

import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * An export has the media type of its {@code format}. It is sent to every client that accepts one of the types, also by
 * a wildcard or by no condition at all.
 */
class AcceptedExports {

    private static final String EXPORTS = "/api/v1/[^/]+/export";

    void register(@Observes Router router) {
        router.routeWithRegex(EXPORTS).order(-9_400).handler(request -> {
            if (isAccepted(request)) {
                request.request().headers().set(HttpHeaders.ACCEPT, Export.CSV);
            } else {
                request.request().headers().set(HttpHeaders.ACCEPT, "application/problem+json");
            }
            request.next();
        });
    }

    private static boolean isAccepted(RoutingContext request) {
        String header = request.request().getHeader(HttpHeaders.ACCEPT);
        return header == null
                || header.isBlank()
                || request.parsedHeaders().accept().stream()
                        .anyMatch(
                                type -> type.weight() > 0 && (matches(type, Export.CSV) || matches(type, Export.XLSX)));
    }

    /** Whether the type of a client, such as {@code text/*}, includes one of ours. */
    static boolean matches(MIMEHeader type, String ours) {
        int slash = ours.indexOf('/');
        return matches(type.component(), ours.substring(0, slash))
                && matches(type.subComponent(), ours.substring(slash + 1));
    }

    private static boolean matches(String theirs, String ours) {
        return theirs.equals("*") || theirs.equalsIgnoreCase(ours);
    }
}
