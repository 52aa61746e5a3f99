package ee.sild.platform.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The headers that responses of the contract refer to, as components. */
final class SharedHeaders {

    private SharedHeaders() {}

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
        ContractHeaders.everywhere(unchanged);
        components.addResponse("NotModified", unchanged);
    }

    private static Header header(boolean required, String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .example(example)
                .required(required)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }
}
