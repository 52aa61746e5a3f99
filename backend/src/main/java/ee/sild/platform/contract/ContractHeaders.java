package ee.sild.platform.contract;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.microprofile.openapi.OASFactory;
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
import ee.sild.platform.http.Versioned;

/** The headers of the contract's responses: versions and locations of new resources, and those of every response. */
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

    /** Adds the headers that every response has. */
    static void everywhere(APIResponse answer) {
        answer.addHeader("RateLimit", header("RateLimit"));
        answer.addHeader("RateLimit-Policy", header("RateLimitPolicy"));
        answer.addHeader("traceparent", header("TraceParent"));
    }

    static void retry(APIResponse answer) {
        answer.addHeader("Retry-After", header("RetryAfter"));
    }

    static Header header(String name) {
        return OASFactory.createHeader().ref(name);
    }
}
