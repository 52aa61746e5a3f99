package ee.sild.reference.vocabulary;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.ApiScope;
import ee.sild.reference.EditTierRequest;
import ee.sild.reference.ReferenceData;
import ee.sild.reference.Tier;
import ee.sild.reference.TierView;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.reference.VocabularyEntry;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/tiers")
@Tag(name = "Reference data", description = "Tiers, calendars and the vendor's reference data")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class TierResource {

    private final ReferenceData referenceData;
    private final Vocabularies vocabularies;
    private final MergeEntries merge;
    private final MergePatch patches;
    private final IfMatch ifMatch;

    TierResource(
            ReferenceData referenceData,
            Vocabularies vocabularies,
            MergeEntries merge,
            MergePatch patches,
            IfMatch ifMatch) {
        this.referenceData = referenceData;
        this.vocabularies = vocabularies;
        this.merge = merge;
        this.patches = patches;
        this.ifMatch = ifMatch;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTier",
            summary = "Get a tier",
            description = "Returns the answer time of its partners and the calendar in which it elapses.")
    public TierView get(UUID id) {
        return TierView.of(found(vocabularies.find(Vocabulary.TIER, id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"duplicate", "vocabulary.merged"})
    @Operation(
            operationId = "editTier",
            summary = "Update a tier",
            description = "Applies to new offers. Pending offers keep their deadlines.")
    public TierView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditTierRequest.class)))
                    JsonNode patch) {
        var tier = found(vocabularies.lock(Vocabulary.TIER, id));
        ifMatch.required(tier.version());
        if (tier.mergedIntoId() != null) {
            throw new RuleViolation("vocabulary.merged");
        }
        var edited = patches.apply(patch, tier.details());
        VocabularyEntries.check(edited.names());
        return referenceData.editTier(tier, edited);
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"vocabulary.merged", "vocabulary.merging"})
    @Operation(
            operationId = "mergeTiers",
            summary = "Merge another tier into this one",
            description = "Retires the other tier. Its partners and approval rules get this one.")
    public TierView merge(UUID id, @NotNull @Valid MergeEntryRequest request) {
        merge.merge(Vocabulary.TIER, id, request.duplicateId(), ifMatch.version());
        return TierView.of(found(vocabularies.find(Vocabulary.TIER, id)));
    }

    private static Tier found(VocabularyEntry tier) {
        if (tier == null) {
            throw new NotFound();
        }
        return (Tier) tier;
    }
}
