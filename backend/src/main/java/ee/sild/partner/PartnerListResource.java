package ee.sild.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.PageRequest;
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
class PartnerListResource {

    private final PartnerList list;
    private final PartnerViews views;
    private final CreatePartner createPartner;
    private final CurrentUser user;

    PartnerListResource(PartnerList list, PartnerViews views, CreatePartner createPartner, CurrentUser user) {
        this.list = list;
        this.views = views;
        this.createPartner = createPartner;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "listPartners",
            summary = "List partners",
            description = "Returns the partners that the caller can see. Sort by `name`, `updatedAt` or " + "`tier`.")
    public Page<PartnerSummary> list(@Valid @BeanParam PartnerFilter filter, @Valid @BeanParam PageRequest page) {
        return list.search(filter, page, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ResponseStatus(201)
    @APIResponseSchema(value = PartnerView.class, responseCode = "201")
    @ProblemCodes("duplicate")
    @Operation(
            operationId = "createPartner",
            summary = "Create a partner",
            description = "The partner is active immediately. Its users are invited afterwards.")
    public PartnerView create(@NotNull @Valid EditPartnerRequest request) {
        return views.view(createPartner.create(request), user);
    }
}
