package ee.sild.opportunity.edit;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.opportunity.view.OpportunityView;
import ee.sild.opportunity.view.OpportunityViews;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/opportunities/{id}/change-customer")
@Tag(name = "Opportunities", description = "Sales opportunities, from their creation until they are won or lost")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
@ApiScope("opportunities")
@Transactional
@Idempotent
class OpportunityCustomerResource {

    private final ChangeCustomer changeCustomer;
    private final OpportunityViews views;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    OpportunityCustomerResource(
            ChangeCustomer changeCustomer, OpportunityViews views, CurrentUser user, IfMatch ifMatch) {
        this.changeCustomer = changeCustomer;
        this.views = views;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"opportunity.closed", "opportunity.registered", "distribution.not-eligible", "customer.undecided"})
    @Operation(
            operationId = "changeCustomer",
            summary = "Change the customer of an opportunity",
            description = "For an opportunity that was created for the wrong customer. Partners that work on it get "
                    + "access to the new customer. Fails while the opportunity has an open registration, and without "
                    + "an `overrideReason` if another partner is exclusive for the new customer.")
    public OpportunityView change(UUID id, @NotNull @Valid ChangeCustomerRequest request) {
        return views.view(changeCustomer.change(id, request, ifMatch.version()), user);
    }
}
