package ee.sild.platform.contract;

import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import ee.sild.platform.http.idempotency.Idempotency;

/** The conditions of the contract's commands: the version to change, and once only by an idempotency key. */
final class ContractConditions {

    private ContractConditions() {}

    /** A patch names the version that it changes, a state change may. */
    static Set<String> versions(String path, HttpMethod method, Operation operation, boolean versioned) {
        boolean patch = method == HttpMethod.PATCH;
        boolean verb = method == HttpMethod.POST
                && path.contains("{")
                && !operation.getResponses().hasAPIResponse("201");
        return patch || (verb && versioned) ? versions(operation, patch) : Set.of();
    }

    static List<String> once(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .description("A key chosen by the caller, unique to the request. A request that is repeated with the "
                        + "same key and body within 24 hours gets the first response again and has no further effect. It "
                        + "has 1 to 255 visible ASCII characters, without spaces.")
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader("Idempotent-Replayed", ContractHeaders.header("Replayed"));
            }
        });
        return List.of("idempotency.key", "idempotency.running", "idempotency.reused");
    }

    private static Set<String> versions(Operation operation, boolean required) {
        operation.addParameter(ifMatch(required));
        return required ? Set.of("if-match.stale", "if-match.required") : Set.of("if-match.stale");
    }

    private static Parameter ifMatch(boolean required) {
        return OASFactory.createParameter()
                .name("If-Match")
                .in(Parameter.In.HEADER)
                .required(required)
                .description(
                        "The version to change, as the `ETag` or as `\"<version>\"`. The request fails if the resource "
                                + "has changed since")
                .example("\"3\"")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
