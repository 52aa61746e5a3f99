package ee.sild.registration.extension;

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

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations/{id}")
@Tag(
        name = "Deal registrations",
        description = "Deal registrations give partners exclusivity for the opportunities that they bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class RegistrationExtensionResource {

    private final RegistrationExtensions extensions;
    private final DealRegistrationViews views;
    private final IfMatch ifMatch;

    RegistrationExtensionResource(RegistrationExtensions extensions, DealRegistrationViews views, IfMatch ifMatch) {
        this.extensions = extensions;
        this.views = views;
        this.ifMatch = ifMatch;
    }

    @POST
    @Path("/request-extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.extension-pending",
        "deal-registration.extension-limit",
        "deal-registration.extension-backwards"
    })
    @Operation(
            operationId = "requestRegistrationExtension",
            summary = "Request an extension",
            description =
                    "A registration has one pending extension request at a time, and a limited " + "number in total.")
    public DealRegistrationView requestExtension(UUID id, @NotNull @Valid RequestRegistrationExtensionRequest request) {
        return views.view(extensions.requestExtension(id, request, ifMatch.version()));
    }

    @POST
    @Path("/decide-extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.no-extension-request",
        "deal-registration.extension-backwards"
    })
    @Operation(
            operationId = "decideRegistrationExtension",
            summary = "Decide on an extension request",
            description = "Grants the requested end or a different one, or refuses the request.")
    public DealRegistrationView decideExtension(UUID id, @NotNull @Valid DecideRegistrationExtensionRequest request) {
        return views.view(extensions.decideExtension(id, request, ifMatch.version()));
    }

    @POST
    @Path("/postpone")
    @Consumes(MediaType.APPLICATION_JSON)
    @ProblemCodes({"deal-registration.transition", "deal-registration.opportunity", "deal-registration.taken"})
    @Operation(
            operationId = "postponeRegistration",
            summary = "Renew an expired deal registration",
            description = "Fails if another partner has obtained exclusivity meanwhile.")
    public DealRegistrationView postpone(UUID id, @NotNull @Valid PostponeRegistrationRequest request) {
        return views.view(extensions.postpone(id, request.exclusiveUntil(), ifMatch.version()));
    }
}
