package ee.sild.timeline.note;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/notes/{noteId}/attachments")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
@Idempotent
class NoteAttachmentResource {

    private final Attachments attachments;
    private final Notes notes;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Clock clock;

    NoteAttachmentResource(
            Attachments attachments, Notes notes, Opportunities opportunities, CurrentUser user, Clock clock) {
        this.attachments = attachments;
        this.notes = notes;
        this.opportunities = opportunities;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201")
    @ProblemCodes({"note.not-yours", "attachment.too-many", "attachment.partner-full", "attachment.opportunity-full"})
    @Operation(
            operationId = "attachFile",
            summary = "Attach a file to a note",
            description = "Only the author can attach files: up to 10 files of 10 MiB each, visible to "
                    + "everyone who can read the note.")
    public AttachmentView attach(UUID id, UUID noteId, @NotNull @Valid AttachFileRequest request) {
        return attachments.attach(
                notes.own(opportunities.get(id, user), noteId, user), request, user.partnerId(), clock.instant());
    }
}
