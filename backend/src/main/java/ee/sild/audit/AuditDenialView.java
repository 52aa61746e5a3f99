package ee.sild.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refused request. */
public record AuditDenialView(
        @Schema(description = "The method and path of the request", examples = "GET /api/v1/users")
        String request,

        @Schema(description = "The HTTP status", examples = "403")
        int status,

        @Schema(description = "The problem code", examples = "forbidden")
        String code,

        @Schema(nullable = true, description = "The network address that the request came from")
        String address) {}
