package ee.sild.platform;

import java.net.URI;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A change that a cookie vouches for must come from our own pages; one proof of identity a request, not two. */
class SameOrigin {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        boolean cookie = request.getCookies().containsKey(Cookies.ACCESS) || request.getCookies().containsKey(Cookies.REFRESH);
        if (!cookie) {
            return;
        }
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            throw new Malformed("two-identities");
        }
        if (!HARMLESS.contains(request.getMethod()) && !fromOurPages(request)) {
            throw new NotAllowed("cross-origin");
        }
    }

    private static boolean fromOurPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        try {
            return origin != null && URI.create(origin).getAuthority().equals(request.getHeaderString(HttpHeaders.HOST));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
