package ee.sild.partner;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.identity.InvitationView;
import ee.sild.identity.Invitations;
import ee.sild.identity.InviteUserRequest;
import ee.sild.identity.UserView;
import ee.sild.identity.Users;
import ee.sild.platform.Page;
import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.NotAllowed;
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
    private final CreatePartner createPartner;
    private final Users users;
    private final Invitations invitations;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final Clock clock;

    PartnerResource(
            Partners partners,
            PartnerViews views,
            CreatePartner createPartner,
            Users users,
            Invitations invitations,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            Clock clock) {
        this.partners = partners;
        this.views = views;
        this.createPartner = createPartner;
        this.users = users;
        this.invitations = invitations;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    @GET
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listPartners",
            summary = "List partners",
            description = "Returns the partners that the caller can see. Sort by `name`, `updatedAt` or " + "`tier`.")
    public Page<PartnerSummary> list(@Valid @BeanParam PartnerFilter filter, @Valid @BeanParam PageRequest page) {
        return partners.search(filter, page, user);
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
            description = "The partner is an applicant until it is activated, so that its details and "
                    + "users can be completed first.")
    public PartnerView create(@NotNull @Valid EditPartnerRequest request) {
        return views.view(createPartner.create(request), user);
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
            description = "Only the vendor can change tier, channel manager, territories and competencies.")
    public PartnerView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditPartnerRequest.class)))
                    JsonNode patch) {
        return change(id, (partner, now) -> {
            ifMatch.required(partner.version());
            var before = EditPartnerRequest.of(partner);
            var edited = patches.apply(patch, before);
            if (!user.isStaff() && !edited.programme().keepsTermsOf(before.programme())) {
                throw new NotAllowed("partner.terms");
            }
            views.check(edited);
            partner.edit(edited, now);
        });
    }

    @POST
    @Path("/{id}/activate")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes("partner.transition")
    @Operation(
            operationId = "activatePartner",
            summary = "Activate a partner",
            description = "Opportunities can be offered to the partner, and its users can sign in.")
    public PartnerView activate(UUID id) {
        return change(id, (partner, now) -> partner.activate(user.role(), now));
    }

    @POST
    @Path("/{id}/suspend")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes("partner.transition")
    @Operation(
            operationId = "suspendPartner",
            summary = "Suspend a partner",
            description = "Its users lose access with their next request.")
    public PartnerView suspend(UUID id) {
        return change(id, (partner, now) -> partner.suspend(user.role(), now));
    }

    @GET
    @Path("/{id}/users")
    @Operation(
            operationId = "listPartnerUsers",
            summary = "List the users of a partner, by name",
            description = "Returns invited, active and deactivated users.")
    public Page<UserView> people(UUID id) {
        return Page.whole(users.people(partners.get(id, user).id()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/users")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, PARTNER_ADMIN})
    @ResponseStatus(201)
    @APIResponseSchema(value = InvitationView.class, responseCode = "201")
    @ProblemCodes("user.exists")
    @Operation(
            operationId = "invitePartnerUser",
            summary = "Invite a partner user",
            description = "The response contains the invitation link, which cannot be retrieved again.")
    public InvitationView invite(UUID id, @NotNull @Valid InviteUserRequest request) {
        return invitations.invite(request, partners.get(id, user).id());
    }

    private PartnerView change(UUID id, BiConsumer<Partner, Instant> act) {
        var partner = partners.lock(id, user);
        ifMatch.check(partner.version());
        act.accept(partner, clock.instant());
        partners.flush();
        return views.view(partner, user);
    }
}
