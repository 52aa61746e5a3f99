package ee.sild.registration.submission;

import java.util.UUID;

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
import ee.sild.platform.http.CsvWriter;
import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.DealRegistrationView;
import ee.sild.registration.DealRegistrationViews;
import ee.sild.registration.DealRegistrations;
import ee.sild.registration.RegistrationFilter;
import ee.sild.registration.conflict.CheckRegistrationRequest;
import ee.sild.registration.conflict.ConflictCheck;
import ee.sild.registration.conflict.ConflictView;
import ee.sild.registration.conflict.ProtectionView;

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
class DealRegistrationResource {

    private final DealRegistrations registrations;
    private final DealRegistrationViews views;
    private final RegistrationSubmission submission;
    private final ConflictCheck conflicts;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    DealRegistrationResource(
            DealRegistrations registrations,
            DealRegistrationViews views,
            RegistrationSubmission submission,
            ConflictCheck conflicts,
            CurrentUser user,
            IfMatch ifMatch) {
        this.registrations = registrations;
        this.views = views;
        this.submission = submission;
        this.conflicts = conflicts;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    @GET
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listRegistrations",
            summary = "List deal registrations",
            description = "Returns the registrations that the caller can see. Sort by `submittedAt`, "
                    + "`decideBy` or `exclusiveUntil`.")
    public Page<DealRegistrationView> list(
            @Valid @BeanParam RegistrationFilter filter, @Valid @BeanParam PageRequest page) {
        return views.view(registrations.search(filter, page, user));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ResponseStatus(201)
    @APIResponseSchema(value = DealRegistrationView.class, responseCode = "201")
    @ProblemCodes({
        "opportunity.vendor-terms",
        "customer.managing-partner",
        "duplicate",
        "opportunity.currency",
        "deal-registration.protected"
    })
    @Operation(
            operationId = "registerNewDeal",
            summary = "Create and register an opportunity",
            description = "Creates an opportunity and requests exclusivity for it. Nothing is created if "
                    + "exclusivity cannot be requested.")
    public DealRegistrationView registerNew(@NotNull @Valid RegisterNewDealRequest request) {
        return views.view(submission.register(request));
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
        return conflicts.check(request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRegistration",
            summary = "Get a deal registration",
            description = "Returns the request, the time by which it is decided, and the decision.")
    public DealRegistrationView get(UUID id) {
        return views.view(registrations.get(id, user));
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

    @POST
    @Path("/{id}/resubmit")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.appealed",
        "deal-registration.opportunity",
        "deal-registration.protected",
        "duplicate"
    })
    @Operation(
            operationId = "resubmitRegistration",
            summary = "Resubmit a deal registration",
            description = "Responds to a request for information, or appeals once against a rejection.")
    public DealRegistrationView resubmit(UUID id, @NotNull @Valid ResubmitRegistrationRequest request) {
        return views.view(submission.resubmit(id, request.comment(), ifMatch.version()));
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes("deal-registration.transition")
    @Operation(
            operationId = "withdrawRegistration",
            summary = "Withdraw a deal registration",
            description = "The registration is kept, and the partner can register the opportunity again.")
    public DealRegistrationView withdraw(UUID id) {
        return views.view(submission.withdraw(id, ifMatch.version()));
    }

    @POST
    @Path("/{id}/request-extension")
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
        return views.view(submission.requestExtension(id, request, ifMatch.version()));
    }
}
