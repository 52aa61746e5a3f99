package ee.sild.audit;

import java.time.Instant;

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

        @Schema(nullable = true, description = "The changed row; null for a denial")
        AuditChangeView change,

        @Schema(nullable = true, description = "The refused request; null for a change")
        AuditDenialView denial,

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
}
