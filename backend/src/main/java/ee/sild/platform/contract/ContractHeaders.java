package ee.sild.platform.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import ee.sild.platform.Identified;
import ee.sild.platform.http.CreatedElsewhere;
import ee.sild.platform.http.Idempotency;
import ee.sild.platform.http.Versioned;

/** The headers of the contract: versions, locations of new resources, and idempotency keys. */
final class ContractHeaders {

    private final Set<DotName> versioned = new HashSet<>();
    private final Set<DotName> identified = new HashSet<>();
    private final Set<DotName> located = new HashSet<>();

    void learn(IndexView code) {
        code.getAllKnownImplementations(Versioned.class).forEach(thing -> versioned.add(thing.name()));
        code.getAllKnownImplementations(CreatedElsewhere.class).forEach(thing -> located.add(thing.name()));
        code.getAllKnownImplementations(Identified.class).forEach(thing -> identified.add(thing.name()));
    }

    boolean isVersioned(DotName answer) {
        return versioned.contains(answer);
    }

    /** Adds an ETag for a single resource, a location for a new one, and conditional requests for reads. */
    void tag(Operation operation, HttpMethod method, DotName answer) {
        boolean file = operation.getResponses().hasAPIResponse("304");
        if (located.contains(answer) && operation.getResponses().hasAPIResponse("201")) {
            operation
                    .getResponses()
                    .getAPIResponse("201")
                    .addHeader(
                            "Location",
                            header("Where it is found", "/api/v1/attachments/01a8f0-6c1e-7b7a-9d53-1f6b2f0c9a11"));
        }
        if (!versioned.contains(answer) && !file) {
            return;
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.addHeader(
                        "ETag", header("The version, to be sent as `If-Match` or `If-None-Match`", "\"3.1f2e3d4c\""));
            }
            if (status.equals("201") && identified.contains(answer)) {
                response.addHeader(
                        "Location",
                        header("Where the new thing is", "/api/v1/opportunities/019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9a11"));
            }
        });
        if (method == HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The `ETag` of what the caller has already")
                    .example("\"3.1f2e3d4c\"")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304", OASFactory.createAPIResponse().description("It is as the caller has it already"));
        }
    }

    static List<String> once(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .description("Chosen by the caller, new for each request: sent again with the same body "
                        + "within 24 hours, nothing happens again and the first answer is given again")
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader(
                        "Idempotent-Replayed",
                        header("`true` where this is the answer to an earlier request under the same key", "true")
                                .required(false));
            }
        });
        return List.of("idempotency.key", "idempotency.running", "idempotency.reused");
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    static List<String> versions(Operation operation, boolean required) {
        operation.addParameter(ifMatch(required));
        return required ? List.of("if-match.stale", "if-match.required") : List.of("if-match.stale");
    }

    private static Parameter ifMatch(boolean required) {
        return OASFactory.createParameter()
                .name("If-Match")
                .in(Parameter.In.HEADER)
                .required(required)
                .description("The version to change, as `ETag` or as `\"<version>\"`")
                .example("\"3\"")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
