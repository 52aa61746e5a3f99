package ee.sild.platform.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import ee.sild.platform.problem.ProblemCatalogue;
import ee.sild.platform.problem.Problems;

/** The problems of the contract: the statuses and codes with which each operation can fail. */
final class ContractFailures {

    private static final Map<Integer, String> FAILURES = Map.ofEntries(
            Map.entry(400, "The request cannot be read"),
            Map.entry(401, "It is not known who is calling"),
            Map.entry(403, "The caller may not do this"),
            Map.entry(404, "There is none, or none that the caller may see"),
            Map.entry(406, "There is no answer of the type that `Accept` asks for"),
            Map.entry(409, "The rules or the state do not allow it now, or somebody else was first"),
            Map.entry(412, "It has changed since the version that `If-Match` names"),
            Map.entry(413, "The body is larger than it may be: 1 MiB, or 15 MiB with a file"),
            Map.entry(415, "The body is not of a type that is read here"),
            Map.entry(422, "Some fields are not valid; each is in `errors`"),
            Map.entry(428, "`If-Match` is missing"),
            Map.entry(429, "The caller asks too much"),
            Map.entry(503, "The database does not answer in time; nothing has been changed"));

    private ContractFailures() {}

    /** The codes with which any request can fail before it is validated. */
    static Set<String> unreadable(Operation operation, HttpMethod method) {
        var codes = new TreeSet<>(Set.of("two-identities"));
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
                codes.addAll(
                        switch (parameter.getName()) {
                            case "cursor", "sort" -> List.of(parameter.getName());
                            default -> List.of("malformed", "invalid");
                        });
            }
        }
        return codes;
    }

    /** Adds one response per status, with its possible codes. */
    static void fail(Operation operation, Set<String> codes) {
        var byStatus = codes.stream()
                .collect(Collectors.groupingBy(ProblemCatalogue::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, ones) -> {
            APIResponse ours = problem(status, ones);
            APIResponse own = operation.getResponses().getAPIResponse("" + status);
            if (own == null || own.getContent() == null) {
                operation.getResponses().addAPIResponse("" + status, ours);
            } else {
                own.getContent().getMediaTypes().forEach(ours.getContent()::addMediaType);
                operation
                        .getResponses()
                        .addAPIResponse(
                                "" + status, ours.description(own.getDescription() + "; or " + ours.getDescription()));
            }
        });
        operation.addExtension("x-problems", List.copyOf(codes));
    }

    private static APIResponse problem(int status, List<String> codes) {
        var schema = OASFactory.createSchema().ref("Problem");
        String description = FAILURES.get(status) + ": "
                + codes.stream().map(code -> "`" + code + "`").collect(Collectors.joining(", "));
        var answer = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problems.TYPE, OASFactory.createMediaType().schema(schema)));
        return status == 503 || status == 429
                ? answer.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .required(true)
                                .description("Seconds to wait before trying again")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)))
                : answer;
    }
}
