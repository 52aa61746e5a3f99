package ee.sild.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;

/**
 * The operations that anybody may call: they read no identity, so a token that comes with the request changes nothing.
 */
final class AnonymousOperations {

    private AnonymousOperations() {}

    static boolean include(ResourceInfo operation) {
        return operation.getResourceMethod().isAnnotationPresent(PermitAll.class)
                || (operation.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !operation.getResourceMethod().isAnnotationPresent(RolesAllowed.class));
    }
}
