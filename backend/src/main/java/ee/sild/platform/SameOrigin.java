package ee.sild.platform;

import java.net.URI;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A change that a cookie authorizes must come from our own pages, and a request has one proof of identity, not two. Anonymous
 * operations read the refresh cookie at the most: an access token or another proof that comes with it is ignored.
 */
class SameOrigin {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final ResourceInfo operation;

    SameOrigin(ResourceInfo operation) {
        this.operation = operation;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        boolean anonymous = AnonymousOperations.include(operation);
        if (!request.getCookies().containsKey(anonymous ? Cookies.REFRESH : Cookies.ACCESS)) {
            return;
        }
        if (!anonymous && request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
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
