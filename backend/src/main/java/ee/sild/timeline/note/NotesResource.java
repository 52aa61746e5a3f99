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
@Path("/api/v1/opportunities/{id}/notes")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
@Idempotent
class NotesResource {

    private final WriteNote writeNote;
    private final Notes notes;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final Clock clock;

    NotesResource(WriteNote writeNote, Notes notes, Opportunities opportunities, CurrentUser user, Clock clock) {
        this.writeNote = writeNote;
        this.notes = notes;
        this.opportunities = opportunities;
        this.user = user;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    @ProblemCodes({"note.staff-only", "opportunity.not-yours"})
    @Operation(
            operationId = "writeNote",
            summary = "Create a note",
            description = "Adds a Markdown note to the timeline, visible to everyone who works on the "
                    + "opportunity, to staff and one partner, or to staff only.")
    public NoteView write(UUID id, @NotNull @Valid WriteNoteRequest request) {
        return notes.viewNew(writeNote.write(opportunities.get(id, user), request, user, clock.instant()), user);
    }
}
