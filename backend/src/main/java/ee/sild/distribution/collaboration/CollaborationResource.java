package ee.sild.distribution.collaboration;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.Page;
import ee.sild.platform.http.IfMatch;
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
@Path("/api/v1/opportunities/{id}/collaborators")
@Tag(name = "Collaboration", description = "Several partners working on one opportunity")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
@ApiScope("distributions")
@Transactional
class CollaborationResource {

    private final ChangeCollaborators changeCollaborators;
    private final Collaborators collaborators;
    private final Opportunities opportunities;
    private final OpportunityViews views;
    private final IfMatch ifMatch;
    private final CurrentUser user;

    CollaborationResource(
            ChangeCollaborators changeCollaborators,
            Collaborators collaborators,
            Opportunities opportunities,
            OpportunityViews views,
            IfMatch ifMatch,
            CurrentUser user) {
        this.changeCollaborators = changeCollaborators;
        this.collaborators = collaborators;
        this.opportunities = opportunities;
        this.views = views;
        this.ifMatch = ifMatch;
        this.user = user;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "listCollaborators",
            summary = "List collaborators, lead first",
            description = "Staff also see invited partners. A partner sees the other collaborators once it "
                    + "has accepted.")
    public Page<CollaboratorView> list(UUID id) {
        return Page.whole(collaborators.views(opportunities.get(id, user).collaborationId()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{partnerId}")
    @ProblemCodes({
        "opportunity.transition",
        "collaboration.not-joined",
        "collaboration.alone",
        "distribution.no-deadline",
        "distribution.not-eligible",
        "customer.undecided"
    })
    @Operation(operationId = "putCollaborator", summary = "Add a collaborator, or change the lead", description = """
            Adding the first collaborator starts the collaboration: a new opportunity is accepted, and the partner \
            that already works on it becomes one of the collaborators. With `ask`, the partner has to accept first. \
            While several partners collaborate, only the lead can close or extend the opportunity. The only \
            partner leads.""")
    public OpportunityView put(UUID id, UUID partnerId, @NotNull @Valid AddCollaboratorRequest request) {
        return views.view(changeCollaborators.put(id, partnerId, request, ifMatch.version()), user);
    }

    @DELETE
    @Path("/{partnerId}")
    @ProblemCodes({"opportunity.transition", "collaboration.last"})
    @Operation(
            operationId = "removeCollaborator",
            summary = "Remove a collaborator",
            description = "The partner no longer sees the opportunity. The last collaborator cannot be "
                    + "removed; take the opportunity back instead.")
    public OpportunityView remove(UUID id, UUID partnerId) {
        return views.view(changeCollaborators.remove(id, partnerId, ifMatch.version()), user);
    }
}
