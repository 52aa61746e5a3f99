package ee.sild.platform.contract;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.Role;

/** Who may call an operation of the contract: it follows from the annotations of the code. */
final class ContractAccess {

    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName ROLES_ALLOWED = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName API_SCOPE = DotName.createSimple(ApiScope.class.getName());

    private ContractAccess() {}

    /** Whether the operation needs no authentication. */
    static boolean isOpen(MethodInfo code) {
        return annotation(code, PERMIT_ALL) != null && code.annotation(ROLES_ALLOWED) == null;
    }

    /** Adds the roles and scopes that the operation requires. Returns the codes of the problems without them. */
    static List<String> require(Operation operation, MethodInfo code, boolean read) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("session"));
        List<String> roles = List.of(annotation(code, ROLES_ALLOWED).value().asStringArray());
        operation.addExtension("x-roles", roles);
        var codes = new ArrayList<String>();
        if (roles.size() < Role.values().length) {
            codes.add("forbidden");
        }
        AnnotationInstance scope = annotation(code, API_SCOPE);
        if (scope == null) {
            codes.add("client.people-only");
        } else {
            String needed = scope.value().asString() + (read ? ":read" : ":write");
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("client", needed));
            codes.add("client.scope");
        }
        return codes;
    }

    private static AnnotationInstance annotation(MethodInfo code, DotName name) {
        AnnotationInstance own = code.annotation(name);
        return own == null ? code.declaringClass().declaredAnnotation(name) : own;
    }
}
