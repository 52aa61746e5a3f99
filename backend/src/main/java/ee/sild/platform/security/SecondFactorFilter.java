package ee.sild.platform.security;

import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.NotAllowed;

/** Restricts users without the second factor that the vendor requires to their own account, where they set it up. */
class SecondFactorFilter {

    private final CurrentUser user;
    private final ResourceInfo operation;

    SecondFactorFilter(CurrentUser user, ResourceInfo operation) {
        this.user = user;
        this.operation = operation;
    }

    @ServerRequestFilter
    void check() {
        Caller caller = user.callerOrNull();
        if (caller != null
                && caller.secondFactorDue()
                && !operation.getResourceClass().isAnnotationPresent(BeforeSecondFactor.class)) {
            throw new NotAllowed("second-factor.due");
        }
    }
}
