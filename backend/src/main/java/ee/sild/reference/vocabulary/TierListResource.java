package ee.sild.reference.vocabulary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.reference.EditTierRequest;
import ee.sild.reference.ReferenceData;
import ee.sild.reference.Tier;
import ee.sild.reference.TierView;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

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
class TierListResource {

    private final ReferenceData referenceData;
    private final Vocabularies vocabularies;

    TierListResource(ReferenceData referenceData, Vocabularies vocabularies) {
        this.referenceData = referenceData;
        this.vocabularies = vocabularies;
    }

    @GET
    @Operation(
            operationId = "listTiers",
            summary = "List tiers, highest first",
            description = "Tiers are the levels of the partner programme. A tier sets how many hours its "
                    + "partners have to answer an offer.")
    public Page<TierView> list(
            @QueryParam("includeRetired")
                    @DefaultValue("false")
                    @Parameter(description = "Whether to include retired entries")
                    boolean includeRetired) {
        var tiers = includeRetired ? vocabularies.all(Vocabulary.TIER) : vocabularies.choosable(Vocabulary.TIER);
        return Page.whole(tiers.stream().map(tier -> TierView.of((Tier) tier)).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = TierView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createTier",
            summary = "Create a tier",
            description = "The `level` orders the tiers; 1 is the highest.")
    public TierView create(@NotNull @Valid EditTierRequest request) {
        VocabularyEntries.check(request.names());
        return referenceData.createTier(request);
    }
}
