package ee.sild.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;

/**
 * The operations that need no authentication. They ignore the caller, so a token sent with the request changes nothing.
 */
public final class AnonymousOperations {

    private AnonymousOperations() {}

    public static boolean include(ResourceInfo operation) {
        return operation.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || (operation.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !operation.getResourceMethod().isAnnotationPresent(RolesAllowed.class));
    }
}
