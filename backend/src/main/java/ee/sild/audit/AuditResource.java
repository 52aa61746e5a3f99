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
@Tag(name = "Audit", description = "Every change and every refusal, in a chain of hashes")
@RolesAllowed(ADMIN)
@Transactional
class AuditResource {

    private final Audit audit;

    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listAuditEvents",
            summary = "What was changed and refused, the latest first",
            description = "Every changed row with its fields before and after, and every refusal, each "
                    + "with who, when and the trace id of the request. Nobody can change what is here.")
    public Page<AuditEventView> list(@Valid @BeanParam AuditFilter filter) {
        return audit.search(filter);
    }

    @GET
    @Path("/seal")
    @HeavyRead(wholly = true)
    @Operation(
            operationId = "checkAudit",
            summary = "Whether nothing of it was changed since",
            description = "Computes the whole chain of hashes anew.")
    public AuditSealView check() {
        return audit.check();
    }
}
