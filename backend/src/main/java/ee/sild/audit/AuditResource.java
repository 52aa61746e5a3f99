package ee.sild.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.Page;
import ee.sild.platform.http.HeavyRead;

import static ee.sild.platform.security.Roles.ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/audit-events")
@Tag(name = "Audit", description = "The audit log: every change and every refused request, sealed by a hash chain")
@RolesAllowed(ADMIN)
@Transactional
class AuditResource {

    private final AuditEvents events;
    private final AuditVerification verification;

    AuditResource(AuditEvents events, AuditVerification verification) {
        this.events = events;
        this.verification = verification;
    }

    @GET
    @Operation(
            operationId = "listAuditEvents",
            summary = "List audit events, newest first",
            description = "Every changed row with its previous and new values, and every refused request, "
                    + "each with its actor, time and trace ID. Audit events cannot be changed.")
    public Page<AuditEventView> list(@Valid @BeanParam AuditFilter filter) {
        return events.search(filter);
    }

    @GET
    @Path("/seal")
    @HeavyRead
    @Operation(
            operationId = "checkAudit",
            summary = "Verify the audit log",
            description =
                    "Reports the first event that does not match its seal. A job verifies the whole hash chain once a "
                            + "day; the request verifies as much as it can in two seconds, beginning with what was "
                            + "verified longest ago.")
    public AuditSealView check() {
        return verification.check();
    }
}
