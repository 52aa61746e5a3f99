package ee.sild.platform.http;

import java.util.Set;
import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves the web app: all its pages are {@code index.html}, and its hashed files never change. */
class WebApp {

    private static final String WEB = "^/(?!api(/|$)|q(/|$)|oauth(/|$)|problems(/|$)|\\.well-known(/|$))";
    private static final String ASSETS = "/assets/";
    private static final Pattern PAGES = Pattern.compile("/(?!assets(/|$))[^.]*");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<Integer> SERVED = Set.of(200, 206, 304);
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Router router) {
        router.route().order(-10_000).handler(request -> {
            protect(request);
            request.next();
        });
        router.routeWithRegex(WEB + ".*").order(-9_000).handler(WebApp::serve);
    }

    /** Sets the security headers and the trace ID on every response, including failures. */
    static void protect(RoutingContext request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        if ("https".equals(request.request().scheme())) {
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        SpanContext trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            request.response()
                    .putHeader(
                            "traceparent",
                            "00-%s-%s-%s"
                                    .formatted(
                                            trace.getTraceId(),
                                            trace.getSpanId(),
                                            trace.getTraceFlags().asHex()));
        }
        String path = request.request().path();
        if (!path.startsWith("/q/")) {
            request.response().putHeader("Content-Security-Policy", POLICY);
        }
        if (path.startsWith("/api/") || path.startsWith("/oauth/")) {
            request.response().putHeader("Cache-Control", "no-store").putHeader("Vary", "Accept, Accept-Language");
        }
    }

    private static void serve(RoutingContext request) {
        request.addHeadersEndHandler(before -> cache(request));
        String path = request.normalizedPath();
        if (!READING.contains(request.request().method())) {
            request.response()
                    .setStatusCode(405)
                    .putHeader("Allow", "GET, HEAD")
                    .end();
        } else if (path.equals("/") || !PAGES.matcher(path).matches()) {
            request.next();
        } else {
            request.reroute("/");
        }
    }

    /** Runs when the status is known: only files that exist may be cached. */
    private static void cache(RoutingContext request) {
        boolean served = SERVED.contains(request.response().getStatusCode());
        boolean hashed = request.normalizedPath().startsWith(ASSETS);
        request.response()
                .putHeader(
                        "Cache-Control",
                        !served ? "no-store" : hashed ? "public, max-age=31536000, immutable" : "no-cache");
    }
}
