package ee.sild.platform.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
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
        boolean tagged = versioned.contains(answer) || file;
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2") && tagged) {
                response.addHeader("ETag", header("ETag"));
            }
            if (status.equals("201") && (located.contains(answer) || (tagged && identified.contains(answer)))) {
                response.addHeader("Location", header("Location"));
            }
        });
        if (tagged && method == HttpMethod.GET) {
            operation.addParameter(OASFactory.createParameter()
                    .name("If-None-Match")
                    .in(Parameter.In.HEADER)
                    .description("The `ETag` of the version that the caller already has")
                    .example("\"3.1f2e3d4c\"")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
            operation
                    .getResponses()
                    .addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
        }
    }

    static List<String> once(Operation operation) {
        operation.addParameter(OASFactory.createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .description("A key chosen by the caller, unique to the request. A request that is repeated with the "
                        + "same key and body within 24 hours gets the first response again and has no further effect")
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                .schema(OASFactory.createSchema().addType(SchemaType.STRING).maxLength(255)));
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                answer.addHeader("Idempotent-Replayed", header("Replayed"));
            }
        });
        return List.of("idempotency.key", "idempotency.running", "idempotency.reused");
    }

    /** Adds the headers that every response has. */
    static void everywhere(APIResponse answer) {
        answer.addHeader("RateLimit", header("RateLimit"));
        answer.addHeader("RateLimit-Policy", header("RateLimitPolicy"));
        answer.addHeader("traceparent", header("TraceParent"));
    }

    static void retry(APIResponse answer) {
        answer.addHeader("Retry-After", header("RetryAfter"));
    }

    private static Header header(String name) {
        return OASFactory.createHeader().ref(name);
    }

    /** Adds the headers that responses refer to, and the response to a read of what has not changed. */
    static void share(Components components) {
        components
                .addHeader(
                        "ETag",
                        header(
                                true,
                                "The version of the resource, to be sent as `If-Match` or `If-None-Match`",
                                "\"3.1f2e3d4c\""))
                .addHeader(
                        "Location",
                        header(
                                true,
                                "The URL of the new resource",
                                "/api/v1/opportunities/019aa8f0-6c1e-7b7a-9d53-1f6b2f0c9a11"))
                .addHeader(
                        "Replayed",
                        header(
                                false,
                                "`true` if this is the stored response to an earlier request with the same key",
                                "true"))
                .addHeader(
                        "RateLimit",
                        header(
                                false,
                                "How many requests are left (`r`), and in how many "
                                        + "seconds all are available again (`t`)",
                                "\"caller\";r=1199;t=1"))
                .addHeader(
                        "RateLimitPolicy",
                        header(
                                false,
                                "How many requests a caller may send (`q`) within how many seconds (`w`)",
                                "\"caller\";q=1200;w=60"))
                .addHeader(
                        "TraceParent",
                        header(
                                false,
                                "The W3C trace context of the request; its trace ID is in the server's log",
                                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"))
                .addHeader(
                        "RetryAfter",
                        OASFactory.createHeader()
                                .required(true)
                                .description("How many seconds to wait before trying again")
                                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        var unchanged = OASFactory.createAPIResponse()
                .description("The resource has not changed since the version that the caller has");
        everywhere(unchanged);
        components.addResponse("NotModified", unchanged);
    }

    private static Header header(boolean required, String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .required(required)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    static Set<String> versions(Operation operation, boolean required) {
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
