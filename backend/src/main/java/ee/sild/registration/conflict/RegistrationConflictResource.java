package ee.sild.registration.conflict;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistrations;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they " + "bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class RegistrationConflictResource {

    private final DealRegistrations registrations;
    private final CheckRegistration checkRegistration;
    private final ConflictCheck conflicts;
    private final CurrentUser user;

    RegistrationConflictResource(
            DealRegistrations registrations,
            CheckRegistration checkRegistration,
            ConflictCheck conflicts,
            CurrentUser user) {
        this.registrations = registrations;
        this.checkRegistration = checkRegistration;
        this.conflicts = conflicts;
        this.user = user;
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes("customer.managing-partner")
    @Operation(
            operationId = "checkRegistration",
            summary = "Check whether a deal can be registered",
            description = "Returns whether the deal is free, under review, or protected until a given "
                    + "time. Only the vendor sees the conflicts.")
    public ProtectionView check(@NotNull @Valid CheckRegistrationRequest request) {
        return checkRegistration.check(request);
    }

    @GET
    @Path("/{id}/conflicts")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listRegistrationConflicts",
            summary = "List the conflicts of a deal registration",
            description = "Registrations of other partners, open opportunities and direct customers of "
                    + "what is, or may be, the same company.")
    public Page<ConflictView> conflicts(UUID id) {
        return Page.whole(conflicts.of(registrations.get(id, user)));
    }
}
