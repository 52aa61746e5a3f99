package ee.sild.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.Role;

/**
 * The OpenAPI contract: adds what all operations share. Response fields are required unless nullable, failures are
 * problems, versions are ETags, and access follows from the code's annotations. What repeats is a component.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
    private static final DotName PERMIT_ALL = DotName.createSimple("jakarta.annotation.security.PermitAll");
    private static final DotName ROLES_ALLOWED = DotName.createSimple("jakarta.annotation.security.RolesAllowed");
    private static final DotName API_SCOPE = DotName.createSimple(ApiScope.class.getName());
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class.getName());
    private static final DotName REFUSES = DotName.createSimple(ProblemCodes.class.getName());

    private final Map<String, MethodInfo> methods = new TreeMap<>();
    private final ContractHeaders headers = new ContractHeaders();
    private final ContractFailures failures = new ContractFailures();
    private final ContractExamples examples = new ContractExamples();

    /** For the build: collects the annotations of each operation. */
    public Contract(IndexView code) {
        for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
            if (operation.value("operationId") != null) {
                methods.put(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
            }
        }
        headers.learn(code);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        ContractLanguages.list(api);
        ContractSchemas.complete(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
        ContractForms.separate(api);
        failures.share(api.getComponents());
        ContractHeaders.share(api.getComponents());
        examples.share(api.getComponents());
        ContractParameters.share(api);
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        MethodInfo code = methods.get(operation.getOperationId());
        boolean open = annotation(code, PERMIT_ALL) != null && code.annotation(ROLES_ALLOWED) == null;
        operation.setSecurity(open ? List.of() : null);
        var codes = new TreeSet<>(refused(code));
        if (!path.startsWith("/oauth")) {
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
        }
        codes.addAll(ContractFailures.unreadable(operation, method));
        if (!open) {
            codes.add("unauthenticated");
            codes.addAll(secure(operation, code, method == HttpMethod.GET));
        }
        if (path.contains("{")) {
            codes.add("not-found");
        }
        codes.addAll(conditions(path, method, operation, !open && headers.isVersioned(answer(code))));
        ContractParameters.describe(path, operation);
        headers.tag(operation, method, answer(code));
        if (method == HttpMethod.POST && code.declaringClass().hasDeclaredAnnotation(IDEMPOTENT)) {
            codes.addAll(ContractHeaders.once(operation));
        }
        examples.show(operation);
        if (operation.getResponses().getAPIResponses().values().stream().anyMatch(Contract::isCsv)) {
            codes.add("export.too-many-rows");
        }
        codes.addAll(List.of("unavailable", "too-many-requests"));
        failures.fail(operation, codes);
        operation.getResponses().getAPIResponses().values().forEach(Contract::asCsv);
    }

    private static DotName answer(MethodInfo code) {
        return code.returnType().name();
    }

    /** A patch names the version that it changes, a state change may. */
    private static Set<String> conditions(String path, HttpMethod method, Operation operation, boolean versioned) {
        boolean patch = method == HttpMethod.PATCH;
        boolean verb = method == HttpMethod.POST
                && path.contains("{")
                && !operation.getResponses().hasAPIResponse("201");
        return patch || (verb && versioned) ? ContractHeaders.versions(operation, patch) : Set.of();
    }

    private static List<String> refused(MethodInfo code) {
        AnnotationInstance own = code.annotation(REFUSES);
        return own == null ? List.of() : List.of(own.value().asStringArray());
    }

    private static List<String> secure(Operation operation, MethodInfo code, boolean read) {
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

    private static boolean isCsv(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().hasMediaType(CsvWriter.TYPE);
    }

    private static void asCsv(APIResponse answer) {
        if (isCsv(answer)) {
            answer.getContent()
                    .getMediaType(CsvWriter.TYPE)
                    .setSchema(OASFactory.createSchema().ref("Csv"));
        }
    }
}
