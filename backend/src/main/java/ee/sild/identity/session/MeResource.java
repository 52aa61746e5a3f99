package ee.sild.identity.session;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

import ee.sild.identity.EditMeRequest;
import ee.sild.identity.MeView;
import ee.sild.identity.User;
import ee.sild.identity.Users;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.BeforeSecondFactor;
import ee.sild.platform.security.CurrentUser;
import ee.sild.settings.CurrencySettings;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/me")
@Tag(name = "Me", description = "The authenticated user or client")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@BeforeSecondFactor
@Transactional
class MeResource {

    private final Profiles profiles;
    private final Users users;
    private final ChangePassword changePassword;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final EntityManager database;
    private final CurrencySettings currency;

    MeResource(
            Profiles profiles,
            Users users,
            ChangePassword changePassword,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            EntityManager database,
            CurrencySettings currency) {
        this.profiles = profiles;
        this.users = users;
        this.changePassword = changePassword;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.database = database;
        this.currency = currency;
    }

    @GET
    @Transactional(TxType.SUPPORTS)
    @ApiScope("me")
    @Operation(
            operationId = "getMe",
            summary = "Get the caller",
            description = "Returns the user or client with its role, company and the scopes of its token.")
    public MeView get() {
        return profiles.get(user.id());
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @ProblemCodes("sign-in.too-many")
    @Operation(
            operationId = "editMe",
            summary = "Update the caller",
            description = "A JSON merge patch of name, language, notification settings and password. A new "
                    + "password requires the current one and ends all other sessions.")
    public MeView edit(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditMeRequest.class)))
                    JsonNode patch) {
        User me = users.lock(user.id(), user);
        ifMatch.required(me.version());
        EditMeRequest edited = patches.apply(patch, EditMeRequest.of(me));
        if (edited.password() != null) {
            changePassword.of(me, edited);
        }
        me.rename(edited.name());
        me.speak(edited.language());
        me.mute(edited.mutedInApp(), edited.mutedMail());
        database.flush();
        return MeView.of(me, database, currency.baseCurrency());
    }
}
