package ee.sild.identity.account;

import java.util.function.Function;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.identity.secondfactor.SecondFactors;
import ee.sild.identity.session.CurrentPassword;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.limit.AttemptLimits;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.BeforeSecondFactor;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/me/second-factor")
@Tag(name = "Me", description = "The authenticated user or client")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@BeforeSecondFactor
@Transactional
@Idempotent
class SecondFactorResource {

    private final Users users;
    private final SecondFactors factors;
    private final CurrentPassword password;
    private final AttemptLimits limits;
    private final CurrentUser user;

    SecondFactorResource(
            Users users, SecondFactors factors, CurrentPassword password, AttemptLimits limits, CurrentUser user) {
        this.users = users;
        this.factors = factors;
        this.password = password;
        this.limits = limits;
        this.user = user;
    }

    @GET
    @Operation(
            operationId = "getSecondFactor",
            summary = "Get the caller's second factor",
            description = "Returns whether signing in needs a code, and whether the vendor requires it.")
    public SecondFactorView get() {
        User me = users.findById(user.id());
        return new SecondFactorView(me.hasSecondFactor(), factors.isRequired(me), factors.recoveryCodesLeft(me));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"second-factor.enabled", "sign-in.too-many"})
    @Operation(
            operationId = "setUpSecondFactor",
            summary = "Set up the caller's second factor",
            description = "Returns a secret for an authenticator app. Signing in needs no code until it is enabled.")
    public SecondFactorSetupView setUp(@NotNull @Valid SetUpSecondFactorRequest request) {
        User me = users.lock(user.id(), user);
        password.require(me, request.currentPassword());
        return SecondFactorSetupView.of(factors.setUp(me));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/enable")
    @ProblemCodes("sign-in.too-many")
    @Operation(
            operationId = "enableSecondFactor",
            summary = "Enable the caller's second factor",
            description = "Needs a code of the app that has the secret. From then on signing in needs a code. Returns "
                    + "recovery codes for a user who has lost the app.")
    public RecoveryCodesView enable(@NotNull @Valid SecondFactorCodeRequest request) {
        return new RecoveryCodesView(within(me -> factors.enable(me, request.code())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/recovery-codes")
    @ProblemCodes("sign-in.too-many")
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Create new recovery codes for the caller",
            description = "Needs a code of the app, or a recovery code. Earlier recovery codes stop working.")
    public RecoveryCodesView renew(@NotNull @Valid SecondFactorCodeRequest request) {
        return new RecoveryCodesView(within(me -> factors.renewRecoveryCodes(me, request.code())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/disable")
    @APIResponse(responseCode = "204", description = "No Content")
    @ProblemCodes({"second-factor.required-by-role", "sign-in.too-many"})
    @Operation(
            operationId = "disableSecondFactor",
            summary = "Disable the caller's second factor",
            description =
                    "Needs a code of the app, or a recovery code. Refused if the vendor requires a second factor for "
                            + "the role of the caller.")
    public void disable(@NotNull @Valid SecondFactorCodeRequest request) {
        within(me -> {
            factors.disable(me, request.code());
            return null;
        });
    }

    /** A code has few digits, so attempts to guess it are limited. */
    private <T> T within(Function<User, T> change) {
        String name = "second factor of " + user.id();
        var origin = AttemptLimits.Origin.own(user.caller().sessionId().toString());
        limits.tryAt(name, origin);
        T result = change.apply(users.lock(user.id(), user));
        limits.succeeded(name, origin);
        return result;
    }
}
