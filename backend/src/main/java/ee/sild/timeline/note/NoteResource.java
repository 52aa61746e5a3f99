package ee.sild.timeline.note;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
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
@Path("/api/v1/opportunities/{id}/notes/{noteId}")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
@Idempotent
class NoteResource {

    private final WriteNote writeNote;
    private final Notes notes;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final Clock clock;

    NoteResource(
            WriteNote writeNote,
            Notes notes,
            Opportunities opportunities,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            Clock clock) {
        this.writeNote = writeNote;
        this.notes = notes;
        this.opportunities = opportunities;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @ProblemCodes("note.not-yours")
    @Operation(
            operationId = "editNote",
            summary = "Update a note",
            description = "Only the author can update a note. The previous text is kept. Users whom only the new "
                    + "text mentions are notified.")
    public NoteView edit(
            UUID id,
            UUID noteId,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditNoteRequest.class)))
                    JsonNode patch) {
        var on = opportunities.get(id, user);
        var note = notes.own(on, noteId, user);
        ifMatch.required(note.version());
        var next = patches.apply(patch, new EditNoteRequest(note.text()));
        writeNote.rewrite(note, on, next.text(), user, clock.instant());
        return notes.view(note, user);
    }

    @DELETE
    @ProblemCodes("note.not-yours")
    @Operation(
            operationId = "deleteNote",
            summary = "Delete a note",
            description = "Only the author can delete a note. It disappears from the timeline, and can be restored "
                    + "for an hour (`restoreNote`); its text is kept for the vendor.")
    public void delete(UUID id, UUID noteId) {
        var note = notes.own(opportunities.get(id, user), noteId, user);
        ifMatch.check(note.version());
        notes.remove(note, clock.instant());
    }

    @POST
    @Path("restore")
    @ProblemCodes({"note.not-yours", "note.restore-too-late"})
    @Operation(
            operationId = "restoreNote",
            summary = "Restore a deleted note",
            description = "Only the author can restore a note, for an hour after its deletion. It is again where it "
                    + "was, with its attachments. A note that is not deleted is returned as it is.")
    public NoteView restore(UUID id, UUID noteId) {
        var note = notes.restorable(opportunities.get(id, user), noteId, user);
        ifMatch.check(note.version());
        notes.restore(note, clock.instant());
        return notes.view(note, user);
    }
}
