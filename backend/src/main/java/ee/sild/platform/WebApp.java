package ee.sild.platform;

import jakarta.enterprise.event.Observes;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Serves the web app: its pages are all {@code index.html}, its hashed files never change. */
class WebApp {

    private static final String PAGES = "^/(?!api(/|$)|q(/|$)|oauth(/|$)|problems(/|$)|\\.well-known(/|$))[^.]*$";
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    void register(@Observes Router router) {
        router.route().order(-10_000).handler(request -> {
            protect(request);
            request.next();
        });
        router.get("/assets/*").order(-9_000).handler(WebApp::keep);
        router.getWithRegex(PAGES).order(-9_000).handler(WebApp::page);
    }

    /** What every answer tells a browser to keep to, and where to find the request in the log; failures included. */
    static void protect(RoutingContext request) {
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        SpanContext trace = Span.current().getSpanContext();
        if (trace.isValid()) {
            request.response().putHeader("traceparent", "00-%s-%s-%s".formatted(trace.getTraceId(), trace.getSpanId(), trace.getTraceFlags().asHex()));
        }
        String path = request.request().path();
        if (!path.startsWith("/q/")) {
            request.response().putHeader("Content-Security-Policy", POLICY);
        }
        if (path.startsWith("/api/") || path.startsWith("/oauth/")) {
            request.response().putHeader("Cache-Control", "no-store");
        }
    }

    private static void keep(RoutingContext request) {
        request.response().putHeader("Cache-Control", "public, max-age=31536000, immutable");
        request.next();
    }

    private static void page(RoutingContext request) {
        request.response().putHeader("Cache-Control", "no-cache");
        if (request.normalizedPath().equals("/index.html") || request.normalizedPath().equals("/")) {
            request.next();
        } else {
            request.reroute("/");
        }
    }
}
