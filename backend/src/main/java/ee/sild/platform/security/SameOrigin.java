package ee.sild.platform.security;

import java.net.URI;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.Malformed;
import ee.sild.platform.problem.NotAllowed;

/**
 * Rejects changes that a cookie authorizes but that come from another origin, and requests with two access tokens. For
 * an anonymous operation only the refresh cookie counts: access tokens are ignored, valid or not.
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
        var cookies = request.getCookies();
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (cookies.containsKey(Cookies.ACCESS) && authorization != null && (!anonymous || isBearer(authorization))) {
            throw new Malformed("two-identities");
        }
        boolean vouched = cookies.containsKey(Cookies.REFRESH) || (!anonymous && cookies.containsKey(Cookies.ACCESS));
        if (vouched && !HARMLESS.contains(request.getMethod()) && !fromOurPages(request)) {
            throw new NotAllowed("cross-origin");
        }
    }

    /** Basic also uses this header, for a client's name and secret. */
    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static boolean fromOurPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        try {
            return origin != null
                    && URI.create(origin).getAuthority().equals(request.getHeaderString(HttpHeaders.HOST));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
