package ee.sild.timeline;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.opportunity.Opportunities;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
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
@Path("/api/v1/opportunities/{id}")
@Tag(name = "Timeline", description = "Notes and events of an opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("notes")
@Transactional
@Idempotent
class TimelineResource {

    private final Timeline timeline;
    private final Notes notes;
    private final Attachments attachments;
    private final People people;
    private final Opportunities opportunities;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final EntityManager database;
    private final Clock clock;

    TimelineResource(
            Timeline timeline,
            Notes notes,
            Attachments attachments,
            People people,
            Opportunities opportunities,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            EntityManager database,
            Clock clock) {
        this.timeline = timeline;
        this.notes = notes;
        this.attachments = attachments;
        this.people = people;
        this.opportunities = opportunities;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Path("/timeline")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "getTimeline",
            summary = "List the timeline, newest first",
            description =
                    "Returns notes and events. Partners see only the time in which the opportunity " + "was theirs.")
    public Page<TimelineEntry> get(
            UUID id,
            @QueryParam("limit")
                    @DefaultValue("25")
                    @Min(1)
                    @Max(200)
                    @Parameter(description = "The number of items per page", example = "25")
                    int limit,
            @QueryParam("cursor") @Size(max = 200) @Parameter(description = "The `nextCursor` of the previous page")
                    String cursor) {
        return timeline.of(opportunities.get(id, user).id(), limit, cursor);
    }

    @GET
    @Path("/people")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "listPeople",
            summary = "List the users who can be mentioned",
            description = "Returns the users who can read notes for `EVERYONE`. Partner users see only the "
                    + "staff users who manage the opportunity.")
    public Page<PersonView> people(UUID id) {
        return Page.whole(people.of(opportunities.get(id, user), user));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/notes")
    @ResponseStatus(201)
    @APIResponseSchema(value = NoteView.class, responseCode = "201")
    @ProblemCodes({"note.staff-only", "opportunity.not-yours"})
    @Operation(
            operationId = "writeNote",
            summary = "Create a note",
            description = "Adds a Markdown note to the timeline, visible to everyone who works on the "
                    + "opportunity, to staff and one partner, or to staff only.")
    public NoteView write(UUID id, @NotNull @Valid WriteNoteRequest request) {
        return notes.view(notes.write(opportunities.get(id, user), request, user, clock.instant()), user);
    }

    @PATCH
    @Path("/notes/{noteId}")
    @Consumes(MergePatch.TYPE)
    @ProblemCodes("note.not-yours")
    @Operation(
            operationId = "editNote",
            summary = "Update a note",
            description = "Only the author can update a note. The previous text is kept.")
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
        var note = notes.own(opportunities.get(id, user), noteId, user);
        ifMatch.required(note.version());
        database.persist(note.rewrite(
                patches.apply(patch, new EditNoteRequest(note.text())).text(), clock.instant()));
        notes.flush();
        return notes.view(note, user);
    }

    @DELETE
    @Path("/notes/{noteId}")
    @ProblemCodes("note.not-yours")
    @Operation(
            operationId = "deleteNote",
            summary = "Delete a note",
            description = "Only the author can delete a note. It disappears from the timeline; its text is "
                    + "kept for the vendor.")
    public void delete(UUID id, UUID noteId) {
        var note = notes.own(opportunities.get(id, user), noteId, user);
        ifMatch.check(note.version());
        database.persist(note.delete(clock.instant()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/notes/{noteId}/attachments")
    @ResponseStatus(201)
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201")
    @ProblemCodes({"note.not-yours", "attachment.too-many"})
    @Operation(
            operationId = "attachFile",
            summary = "Attach a file to a note",
            description = "Only the author can attach files: up to 10 files of 10 MiB each, visible to "
                    + "everyone who can read the note.")
    public AttachmentView attach(UUID id, UUID noteId, @NotNull @Valid AttachFileRequest request) {
        return attachments.attach(notes.own(opportunities.get(id, user), noteId, user), request, clock.instant());
    }
}
