package ee.sild.customer;

import java.time.Clock;
import java.util.UUID;

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
@Path("/api/v1/customers")
@Tag(name = "Customers", description = "The companies that may buy, and the people there")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("customers")
@Transactional
@Idempotent
class CustomerResource {

    private final Customers customers;
    private final Duplicates duplicates;
    private final CustomerViews views;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final Clock clock;

    CustomerResource(
            Customers customers,
            Duplicates duplicates,
            CustomerViews views,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            Clock clock) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.views = views;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @HeavyRead(asTable = true)
    @Produces({MediaType.APPLICATION_JSON, CsvWriter.TYPE})
    @Operation(
            operationId = "listCustomers",
            summary = "The customers that the caller may see",
            description = "Sort by `name` or `updatedAt`.")
    public Page<CustomerSummary> list(@Valid @BeanParam CustomerFilter filter, @Valid @BeanParam PageRequest page) {
        return customers.search(filter, page, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = CustomerView.class, responseCode = "201")
    @ProblemCodes({"customer.managing-partner", "duplicate"})
    @Operation(
            operationId = "createCustomer",
            summary = "Add a customer",
            description = "A company that the vendor sells to. A registry code is taken once in each country.")
    public CustomerView create(@NotNull @Valid EditCustomerRequest request) {
        views.check(request, EditCustomerRequest.NOTHING, user);
        return view(customers.create(request, user, clock.instant()));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkCustomer",
            summary = "Whether a customer may be there already",
            description = "Before one is added: those that the caller may see and that have its registry "
                    + "code, VAT number or web domain, or a similar name; the likeliest first. Nothing "
                    + "is changed.")
    public Page<LikelyCustomerView> check(@NotNull @Valid EditCustomerRequest request) {
        return Page.whole(duplicates.likely(request, user));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "getCustomer",
            summary = "One customer",
            description = "A partner sees those that it brought in or has accepted an opportunity for.")
    public CustomerView get(UUID id) {
        return view(customers.get(id, user));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @ProblemCodes({"customer.managing-partner", "customer.registry-code", "duplicate"})
    @Operation(
            operationId = "editCustomer",
            summary = "Change a customer's details",
            description = "A merge patch: what is left out stays as it is, what is null is cleared.")
    public CustomerView edit(
            UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = EditCustomerRequest.class)))
                    JsonNode patch) {
        var customer = customers.lock(id, user);
        ifMatch.required(customer.version());
        var before = EditCustomerRequest.of(customer);
        var edited = patches.apply(patch, before);
        views.check(edited, before, user);
        // A "code is taken" error would reveal a customer that the partner does not know.
        if (!user.isStaff()
                && !customer.isBroughtBy(user.partnerId())
                && !customer.isRegisteredAs(edited.country(), edited.registryCode())) {
            throw new NotAllowed("customer.registry-code");
        }
        customer.edit(edited, clock.instant());
        customers.flush();
        return view(customer);
    }

    @GET
    @Path("/{id}/duplicates")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
    @Operation(
            operationId = "listDuplicates",
            summary = "Records that may be of the same company",
            description = "By registry code, VAT number, web domain or similar name, the likeliest first, "
                    + "with what hangs on each.")
    public Page<DuplicateView> duplicates(UUID id) {
        return Page.whole(duplicates.of(customers.get(id, user)).stream()
                .map(one -> new DuplicateView(
                        view(one.customer()),
                        one.by(),
                        one.likeness(),
                        one.opportunities(),
                        one.registrations(),
                        one.partners()))
                .toList());
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER})
    @ProblemCodes({"customer.both-exclusive", "duplicate"})
    @Operation(
            operationId = "mergeCustomers",
            summary = "Make two records of one company one",
            description = "Opportunities, registrations, contacts and the partners that know it go over to "
                    + "this one; the other's identity leads here from then on. Whom a partner has met "
                    + "stays that partner's and the vendor's to know. Refused where both are exclusive "
                    + "for one product line.")
    public CustomerView merge(UUID id, @NotNull @Valid MergeCustomersRequest request) {
        return view(duplicates.merge(id, request, ifMatch.version()));
    }

    private CustomerView view(Customer customer) {
        return views.view(customer, user);
    }
}
