package ee.sild.partner;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
@Path("/api/v1/partners")
@Tag(name = "Partners", description = "Companies that the vendor sells through, and their users")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("partners")
@Transactional
@Idempotent
class PartnerResource {

    private final Partners partners;
    private final PartnerViews views;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final Clock clock;

    PartnerResource(
            Partners partners, PartnerViews views, CurrentUser user, MergePatch patches, IfMatch ifMatch, Clock clock) {
        this.partners = partners;
        this.views = views;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getPartner",
            summary = "Get a partner",
            description = "Returns the partner with its tier, territories, competencies and capacity. "
                    + "Partner users see their own company only.")
    public PartnerView get(UUID id) {
        return views.view(partners.get(id, user), user);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, PARTNER_ADMIN, PARTNER_MANAGER})
    @Consumes(MergePatch.TYPE)
    @ProblemCodes({"partner.terms", "duplicate"})
    @Operation(
            operationId = "editPartner",
            summary = "Update a partner",
            description =
                    "Only the vendor can change the country, the registry code, the VAT number, the web domain and "
                            + "the programme's terms. Partners edit the rest of their profile.")
    public PartnerView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditPartnerRequest.class)))
                    JsonNode patch) {
        var partner = partners.lock(id, user);
        ifMatch.required(partner.version());
        var before = EditPartnerRequest.of(partner);
        var edited = patches.apply(patch, before);
        edited.checkTerms(before, user);
        views.check(edited, before.programme());
        partner.edit(edited, clock.instant());
        partners.flush();
        return views.view(partner, user);
    }
}
