package ee.sild.reference.vocabulary;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.reference.Vocabulary;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/competencies")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class CompetencyResource {

    private final VocabularyEntries entries;
    private final MergeEntries merge;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    CompetencyResource(VocabularyEntries entries, MergeEntries merge, MergePatch patches, IfMatch ifMatch) {
        this.entries = entries;
        this.merge = merge;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @GET
    @Operation(
            operationId = "listCompetencies",
            summary = "List competencies",
            description =
                    "Skills and certificates that partners have and opportunities require. They are in the order that the vendor "
                            + "decided, then by name.")
    public Page<VocabularyEntryView> list(
            @QueryParam("includeRetired")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to include retired entries")
                    boolean includeRetired) {
        return entries.list(Vocabulary.COMPETENCY, includeRetired);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = VocabularyEntryView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createCompetency",
            summary = "Create a competency",
            description = "Partners and opportunities can refer to it immediately.")
    public VocabularyEntryView create(@NotNull @Valid AddEntryRequest request) {
        return entries.add(Vocabulary.COMPETENCY, request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getCompetency",
            summary = "Get a competency",
            description = "A merged competency names the one that has taken its place.")
    public VocabularyEntryView get(UUID id) {
        return entries.view(Vocabulary.COMPETENCY, id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"duplicate", "vocabulary.merged"})
    @Operation(
            operationId = "editCompetency",
            summary = "Update a competency",
            description = "A new name applies everywhere. A new position moves the others.")
    public VocabularyEntryView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditEntryRequest.class)))
                    JsonNode patch) {
        var entry = entries.lock(Vocabulary.COMPETENCY, id);
        ifMatch.required(entry.version());
        entries.edit(Vocabulary.COMPETENCY, entry, patches.apply(patch, EditEntryRequest.of(entry)));
        return entries.view(Vocabulary.COMPETENCY, id);
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"vocabulary.merged", "vocabulary.merging"})
    @Operation(
            operationId = "mergeCompetencies",
            summary = "Merge another competency into this one",
            description = "Retires the other competency. What refers to it refers to this one: partners "
                    + "immediately, the rest within minutes.")
    public VocabularyEntryView merge(UUID id, @NotNull @Valid MergeEntryRequest request) {
        merge.merge(Vocabulary.COMPETENCY, id, request.duplicateId(), ifMatch.version());
        return entries.view(Vocabulary.COMPETENCY, id);
    }
}
