package ee.sild.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;

/**
 * The OpenAPI contract: adds what all operations share. Response fields are required unless nullable, failures are
 * problems, versions are ETags, and access follows from the code's annotations. What repeats is a component.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
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
        SharedHeaders.share(api.getComponents());
        examples.share(api.getComponents());
        SharedParameters.share(api);
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        MethodInfo code = methods.get(operation.getOperationId());
        boolean open = ContractAccess.isOpen(code);
        operation.setSecurity(open ? List.of() : null);
        var codes = new TreeSet<>(refused(code));
        if (!path.startsWith("/oauth")) {
            operation.getResponses().removeAPIResponse("401");
            operation.getResponses().removeAPIResponse("403");
        }
        codes.addAll(ContractFailures.unreadable(operation, method));
        if (!open) {
            codes.add("unauthenticated");
            codes.addAll(ContractAccess.require(operation, code, method == HttpMethod.GET));
        }
        if (path.contains("{")) {
            codes.add("not-found");
        }
        codes.addAll(ContractConditions.versions(path, method, operation, !open && headers.isVersioned(answer(code))));
        ContractParameters.describe(path, operation);
        headers.tag(operation, method, answer(code));
        if (method == HttpMethod.POST && code.declaringClass().hasDeclaredAnnotation(IDEMPOTENT)) {
            codes.addAll(ContractConditions.once(operation));
        }
        examples.show(operation);
        codes.addAll(List.of("unavailable", "too-many-requests"));
        failures.fail(operation, codes);
        operation.getResponses().getAPIResponses().values().forEach(ContractTables::describe);
    }

    private static DotName answer(MethodInfo code) {
        return code.returnType().name();
    }

    private static List<String> refused(MethodInfo code) {
        AnnotationInstance own = code.annotation(REFUSES);
        return own == null ? List.of() : List.of(own.value().asStringArray());
    }
}
