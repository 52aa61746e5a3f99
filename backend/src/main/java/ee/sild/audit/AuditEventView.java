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

        @Schema(nullable = true, description = "Who made the request; null for the system and for anonymous requests")
        Ref actor,

        @Schema(nullable = true, description = "The partner company of the actor")
        Ref company,

        @Schema(description = "The ID under which the request is found in the server's log")
        String traceId,

        @Schema(
                nullable = true,
                description = "The table of the changed row; null for a refusal",
                examples = "opportunity")
        String thing,

        @Schema(nullable = true, description = "The ID of the changed row; null for a refusal")
        String thingId,

        @Schema(nullable = true) Operation operation,

        @Schema(nullable = true, description = "The changed fields with their previous values, without secrets")
        Map<String, Object> before,

        @Schema(nullable = true, description = "The changed fields with their new values, without secrets")
        Map<String, Object> after,

        @Schema(
                nullable = true,
                description = "The method and path of the refused request; null for a change",
                examples = "GET /api/v1/users")
        String request,

        @Schema(nullable = true, description = "The HTTP status of the refusal; null for a change", examples = "403")
        Integer status,

        @Schema(
                nullable = true,
                description = "The problem code of the refusal; null for a change",
                examples = "forbidden")
        String code,

        @Schema(
                nullable = true,
                description = "The network address that the refused request came from; null for a change")
        String address,

        @Schema(
                nullable = true,
                description = "The position in the hash chain; null until the event is sealed, which takes "
                        + "about a second")
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
