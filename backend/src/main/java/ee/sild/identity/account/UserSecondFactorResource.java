package ee.sild.identity.account;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.Users;
import ee.sild.identity.secondfactor.SecondFactors;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/users/{id}/second-factor")
@Tag(name = "Users", description = "Users of the vendor and of partners")
@RolesAllowed({ADMIN, PARTNER_ADMIN})
@Transactional
class UserSecondFactorResource {

    private final Users users;
    private final SecondFactors factors;
    private final CurrentUser caller;

    UserSecondFactorResource(Users users, SecondFactors factors, CurrentUser caller) {
        this.users = users;
        this.factors = factors;
        this.caller = caller;
    }

    @DELETE
    @ProblemCodes("second-factor.disabled")
    @Operation(
            operationId = "removeSecondFactor",
            summary = "Remove the second factor of a user",
            description =
                    "For a user who has lost the authenticator app and the recovery codes. The user signs in with the "
                            + "password, and sets up a new one.")
    public void remove(UUID id) {
        factors.remove(users.lock(id, caller));
    }
}
