package ee.sild.registration;

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
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.conflict.CheckRegistrationRequest;
import ee.sild.registration.conflict.ConflictCheck;
import ee.sild.registration.conflict.ConflictView;
import ee.sild.registration.conflict.ProtectionView;
import ee.sild.registration.review.ApproveRegistrationRequest;
import ee.sild.registration.review.DecideRegistrationExtensionRequest;
import ee.sild.registration.review.PostponeRegistrationRequest;
import ee.sild.registration.review.RegistrationReview;
import ee.sild.registration.review.RejectRegistrationRequest;
import ee.sild.registration.review.RequestInformationRequest;
import ee.sild.registration.review.RevokeRegistrationRequest;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/deal-registrations")
@Tag(name = "Deal registrations", description = "Partners win exclusivity for what they bring")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("deal-registrations")
@Transactional
@Idempotent
class DealRegistrationResource {

    private final DealRegistrations registrations;
    private final RegistrationSubmission submission;
    private final RegistrationReview review;
    private final ConflictCheck conflicts;
    private final CurrentUser user;

    DealRegistrationResource(
            DealRegistrations registrations,
            RegistrationSubmission submission,
            RegistrationReview review,
            ConflictCheck conflicts,
            CurrentUser user) {
        this.registrations = registrations;
        this.submission = submission;
        this.review = review;
        this.conflicts = conflicts;
        this.user = user;
    }

    @GET
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listRegistrations",
            summary = "The registrations that the caller may see",
            description = "Sort by `submittedAt`, `decideBy` or `exclusiveUntil`.")
    public Page<DealRegistrationView> list(
            @Valid @BeanParam RegistrationFilter filter, @Valid @BeanParam PageRequest page) {
        return registrations.search(filter, page, user);
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
            summary = "Bring in an opportunity and ask for exclusivity, in one step",
            description = "Nothing is brought in where exclusivity cannot be asked for.")
    public DealRegistrationView registerNew(@NotNull @Valid RegisterNewDealRequest request) {
        return registrations.view(submission.register(request), user);
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes("customer.managing-partner")
    @Operation(
            operationId = "checkRegistration",
            summary = "Whether exclusivity can be had",
            description = "Free, under review, or protected until some time. The vendor is shown what is "
                    + "in the way; a partner is not.")
    public ProtectionView check(@NotNull @Valid CheckRegistrationRequest request) {
        return conflicts.check(request);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRegistration",
            summary = "One registration",
            description = "What is asked for, by when it is decided, and what was decided.")
    public DealRegistrationView get(UUID id) {
        return registrations.view(registrations.get(id, user), user);
    }

    @GET
    @Path("/{id}/conflicts")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listRegistrationConflicts",
            summary = "What is in the way of a registration",
            description = "Other partners' registrations, open opportunities and direct customers that "
                    + "are, or may be, the same company.")
    public Page<ConflictView> conflicts(UUID id) {
        return Page.whole(conflicts.of(registrations.get(id, user)));
    }

    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.own",
        "deal-registration.not-your-step",
        "deal-registration.taken"
    })
    @Operation(
            operationId = "approveRegistration",
            summary = "Grant exclusivity",
            description = "No other partner can win the same customer and product line until it ends. An "
                    + "opportunity that waits for approval is approved along with it.")
    public DealRegistrationView approve(UUID id, @NotNull @Valid ApproveRegistrationRequest request) {
        return registrations.view(review.approve(id, request.exclusiveUntil()), user);
    }

    @POST
    @Path("/{id}/reject")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"deal-registration.transition", "deal-registration.own", "deal-registration.not-your-step"})
    @Operation(
            operationId = "rejectRegistration",
            summary = "Refuse exclusivity, with a reason",
            description = "The partner reads the reason and may ask again once.")
    public DealRegistrationView reject(UUID id, @NotNull @Valid RejectRegistrationRequest request) {
        return registrations.view(review.reject(id, request), user);
    }

    @POST
    @Path("/{id}/request-information")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"deal-registration.transition", "deal-registration.own", "deal-registration.not-your-step"})
    @Operation(
            operationId = "requestRegistrationInformation",
            summary = "Ask the partner for more information",
            description = "It says which fields, and waits until the partner answers.")
    public DealRegistrationView requestInformation(UUID id, @NotNull @Valid RequestInformationRequest request) {
        return registrations.view(review.requestInformation(id, request), user);
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
            summary = "Answer, or appeal",
            description = "After the vendor wanted to know more, or once against a refusal.")
    public DealRegistrationView resubmit(UUID id, @NotNull @Valid ResubmitRegistrationRequest request) {
        return registrations.view(submission.resubmit(id, request.comment()), user);
    }

    @POST
    @Path("/{id}/withdraw")
    @RolesAllowed({PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @ProblemCodes("deal-registration.transition")
    @Operation(
            operationId = "withdrawRegistration",
            summary = "Withdraw the request",
            description = "It is kept, and the partner can ask anew.")
    public DealRegistrationView withdraw(UUID id) {
        return registrations.view(submission.withdraw(id), user);
    }

    @POST
    @Path("/{id}/revoke")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes("deal-registration.transition")
    @Operation(
            operationId = "revokeRegistration",
            summary = "End exclusivity early, with a reason",
            description = "Exclusivity ends at once.")
    public DealRegistrationView revoke(UUID id, @NotNull @Valid RevokeRegistrationRequest request) {
        return registrations.view(review.revoke(id, request.reason()), user);
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
            summary = "Ask for more time",
            description = "One request at a time, and a limited number in all.")
    public DealRegistrationView requestExtension(UUID id, @NotNull @Valid RequestRegistrationExtensionRequest request) {
        return registrations.view(submission.requestExtension(id, request), user);
    }

    @POST
    @Path("/{id}/decide-extension")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({
        "deal-registration.transition",
        "deal-registration.no-extension-request",
        "deal-registration.extension-backwards"
    })
    @Operation(
            operationId = "decideRegistrationExtension",
            summary = "Grant or refuse more time",
            description = "With the time that was asked for or another one.")
    public DealRegistrationView decideExtension(UUID id, @NotNull @Valid DecideRegistrationExtensionRequest request) {
        return registrations.view(review.decideExtension(id, request), user);
    }

    @POST
    @Path("/{id}/postpone")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"deal-registration.transition", "deal-registration.opportunity", "deal-registration.taken"})
    @Operation(
            operationId = "postponeRegistration",
            summary = "Begin exclusivity anew after it has run out",
            description = "Where nobody else has got it meanwhile.")
    public DealRegistrationView postpone(UUID id, @NotNull @Valid PostponeRegistrationRequest request) {
        return registrations.view(review.postpone(id, request.exclusiveUntil()), user);
    }
}
