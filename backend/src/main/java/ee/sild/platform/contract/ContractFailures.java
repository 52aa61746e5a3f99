package ee.sild.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import ee.sild.platform.problem.ProblemCatalogue;

/** The problems of the contract: the statuses and codes with which each operation can fail. */
final class ContractFailures {

    /** The codes that operations document, by status. */
    private final Map<Integer, Set<String>> documented = new TreeMap<>();

    /** The codes with which any request can fail before it is validated. */
    static Set<String> unreadable(Operation operation, HttpMethod method) {
        var codes = new TreeSet<>(Set.of("two-identities", "malformed"));
        if (method != HttpMethod.GET) {
            codes.add("cross-origin");
        }
        if (operation.getRequestBody() != null) {
            boolean form = operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_FORM_URLENCODED);
            codes.addAll(
                    form
                            ? List.of("too-large", "media-type")
                            : List.of("too-large", "media-type", "malformed", "invalid"));
        }
        if (operation.getResponses().getAPIResponses().values().stream()
                .anyMatch(answer -> answer.getContent() != null)) {
            codes.add("not-acceptable");
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getIn() == Parameter.In.QUERY) {
                codes.add("too-long-address");
                codes.addAll(
                        switch (parameter.getName()) {
                            case "cursor", "sort" -> List.of(parameter.getName());
                            // Neither true nor false cannot be read; no boolean is out of range.
                            default -> isBoolean(parameter) ? List.of("malformed") : List.of("malformed", "invalid");
                        });
            }
        }
        return codes;
    }

    private static boolean isBoolean(Parameter parameter) {
        var schema = parameter.getSchema();
        return schema != null && schema.getType() != null && schema.getType().contains(SchemaType.BOOLEAN);
    }

    /** Adds one response per status, and the possible codes. */
    void fail(Operation operation, Set<String> codes) {
        var byStatus = codes.stream()
                .collect(Collectors.groupingBy(
                        ProblemCatalogue::status, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        byStatus.forEach((status, ones) -> {
            documented.computeIfAbsent(status, key -> new TreeSet<>()).addAll(ones);
            APIResponse own = operation.getResponses().getAPIResponse("" + status);
            operation
                    .getResponses()
                    .addAPIResponse(
                            "" + status,
                            own == null || own.getContent() == null
                                    ? OASFactory.createAPIResponse()
                                            .ref(ContractFailure.of(status).name())
                                    : both(own, ContractFailure.of(status).answer(ones)));
        });
        operation.addExtension("x-problems", List.copyOf(codes));
    }

    /** A response that may be a problem, or what a standard has instead. */
    private static APIResponse both(APIResponse own, APIResponse problem) {
        own.getContent().getMediaTypes().forEach(problem.getContent()::addMediaType);
        ContractHeaders.everywhere(problem);
        return problem.description(own.getDescription() + "; or " + problem.getDescription());
    }

    /** Adds the responses that operations refer to: one per status, with all codes that some operation has. */
    void share(Components components) {
        documented.forEach((status, codes) -> {
            APIResponse answer = ContractFailure.of(status).answer(codes);
            if (codes.size() > 1) {
                answer.description(answer.getDescription() + ". Those of an operation are in its `x-problems`");
            }
            if (status == 503 || status == 429) {
                ContractHeaders.retry(answer);
            }
            ContractHeaders.everywhere(answer);
            components.addResponse(ContractFailure.of(status).name(), answer);
        });
    }
}
