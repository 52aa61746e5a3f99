package ee.sild.audit;

import java.time.Instant;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** One change or denial, as recorded by the database. */
public record AuditEventView(
        long id,
        Instant at,
        Kind kind,

        @Schema(nullable = true, description = "Null where the system itself acted, or nobody was signed in")
        Ref actor,

        @Schema(nullable = true, description = "The actor's partner company")
        Ref company,

        @Schema(description = "Finds the request in the server's log")
        String traceId,

        @Schema(nullable = true, description = "Of a change: the table", examples = "opportunity")
        String thing,

        @Schema(nullable = true, description = "Of a change: the row")
        String thingId,

        @Schema(nullable = true) Operation operation,

        @Schema(nullable = true, description = "The fields that changed, as they were; secrets are left out")
        Map<String, Object> before,

        @Schema(nullable = true, description = "The fields that changed, as they are since")
        Map<String, Object> after,

        @Schema(nullable = true, description = "Of a refusal: what was asked for", examples = "GET /api/v1/users")
        String request,

        @Schema(nullable = true, description = "Of a refusal: the answer's status", examples = "403")
        Integer status,

        @Schema(nullable = true, description = "Of a refusal: the problem's code", examples = "forbidden")
        String code,

        @Schema(nullable = true, description = "Of a refusal: the network address it came from")
        String address,

        @Schema(
                nullable = true,
                description = "Its place in the chain of hashes; null in the second before it is sealed")
        Long position) {

    /** Whether data was changed or access was denied. */
    public enum Kind {
        CHANGE,
        DENIAL
    }

    /** What was done to the row. */
    public enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }
}
