package ee.sild.audit;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A changed row. */
public record AuditChangeView(
        @Schema(description = "The table of the row", examples = "opportunity")
        String thing,

        @Schema(description = "The ID of the row") String thingId,
        Operation operation,

        @Schema(nullable = true, description = "The changed fields with their previous values, without secrets")
        Map<String, Object> before,

        @Schema(nullable = true, description = "The changed fields with their new values, without secrets")
        Map<String, Object> after) {

    /** What was done to the row. */
    public enum Operation {
        INSERT,
        UPDATE,
        DELETE
    }
}
