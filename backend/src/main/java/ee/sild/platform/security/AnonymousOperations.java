package ee.sild.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;

/**
 * The operations that anybody may call: they read no identity, so a token that comes with the request changes nothing.
 */
public final class AnonymousOperations {

    private AnonymousOperations() {}

    public static boolean include(ResourceInfo operation) {
        return operation.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || (operation.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !operation.getResourceMethod().isAnnotationPresent(RolesAllowed.class));
    }
}
