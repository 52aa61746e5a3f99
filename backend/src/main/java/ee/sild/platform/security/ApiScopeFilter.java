package ee.sild.platform.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.NotAllowed;

/** Restricts integration clients to their scopes. */
class ApiScopeFilter {

    private final CurrentUser user;
    private final ResourceInfo operation;

    ApiScopeFilter(CurrentUser user, ResourceInfo operation) {
        this.user = user;
        this.operation = operation;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        Caller caller = user.callerOrNull();
        if (caller == null || caller.scopes() == null) {
            return;
        }
        ApiScope area = operation.getResourceMethod().getAnnotation(ApiScope.class);
        if (area == null) {
            area = operation.getResourceClass().getAnnotation(ApiScope.class);
        }
        if (area == null) {
            throw new NotAllowed("client.people-only");
        }
        String needed = area.value() + (request.getMethod().equals("GET") ? ":read" : ":write");
        if (!caller.scopes().contains(needed)) {
            throw new NotAllowed("client.scope", needed);
        }
    }
}
