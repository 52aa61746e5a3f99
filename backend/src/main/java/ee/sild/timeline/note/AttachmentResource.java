package ee.sild.timeline.note;

import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.ETags;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.limit.SlowReaders;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/attachments/{id}")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
@Idempotent
class AttachmentResource {

    private final Attachments attachments;
    private final Notes notes;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final SlowReaders readers;
    private final Clock clock;

    AttachmentResource(
            Attachments attachments,
            Notes notes,
            Opportunities opportunities,
            CurrentUser user,
            SlowReaders readers,
            Clock clock) {
        this.readers = readers;
        this.attachments = attachments;
        this.notes = notes;
        this.opportunities = opportunities;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @APIResponse(
            responseCode = "200",
            description = "The content of the file",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "The file name, as an attachment",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304")
    @Operation(
            operationId = "getAttachment",
            summary = "Download an attachment",
            description = "Always sent as a download, so that browsers do not render it as a page of Sild.")
    public Response get(UUID id, @Context HttpHeaders headers) {
        var attachment = attachments.get(id);
        notes.readable(attachment.noteId(), user);
        var tag = new EntityTag(HexFormat.of().formatHex(attachment.sha256()));
        if (ETags.includes(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), '"' + tag.getValue() + '"')) {
            return Response.notModified(tag).build();
        }
        readers.reserve(attachment.size());
        return Response.ok(attachments.content(attachment))
                .tag(tag)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.disposition())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    @DELETE
    @ProblemCodes("note.not-yours")
    @Operation(
            operationId = "deleteAttachment",
            summary = "Delete an attachment",
            description = "Only the author of the note can delete its attachments. The file can be restored for an "
                    + "hour (`restoreAttachment`), unless its space is needed; then it is deleted for good.")
    public void delete(UUID id) {
        var attachment = attachments.get(id);
        var note = notes.readable(attachment.noteId(), user);
        attachments.remove(
                attachment, notes.own(opportunities.get(note.opportunityId(), user), note.id(), user), clock.instant());
    }

    @POST
    @Path("restore")
    @ProblemCodes({"note.not-yours", "note.restore-too-late"})
    @Operation(
            operationId = "restoreAttachment",
            summary = "Restore a deleted attachment",
            description = "Only the author of the note can restore its attachments, for an hour after their deletion. "
                    + "A file that is not deleted is returned as it is; one that was deleted for good is not found.")
    public AttachmentView restore(UUID id) {
        var attachment = attachments.kept(id);
        var note = notes.readable(attachment.noteId(), user);
        return attachments.restore(
                attachment, notes.own(opportunities.get(note.opportunityId(), user), note.id(), user), clock.instant());
    }
}
