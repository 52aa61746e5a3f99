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
@Tag(name = "Customers", description = "Companies that the vendor sells to, and their contacts")
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
            summary = "List customers",
            description = "Returns the customers that the caller can see. Sort by `name` or `updatedAt`.")
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
            summary = "Create a customer",
            description = "A registry code is unique within its country.")
    public CustomerView create(@NotNull @Valid EditCustomerRequest request) {
        views.check(request, EditCustomerRequest.NOTHING, user);
        return view(customers.create(request, user, clock.instant()));
    }

    @POST
    @Path("/check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkCustomer",
            summary = "Check for existing customers",
            description = "Returns the customers that the caller can see with the same registry code, VAT "
                    + "number or web domain, or a similar name, best match first. Nothing is created.")
    public Page<LikelyCustomerView> check(@NotNull @Valid EditCustomerRequest request) {
        return Page.whole(duplicates.likely(request, user));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "getCustomer",
            summary = "Get a customer",
            description = "Partners see the customers that they created or accepted an opportunity for.")
    public CustomerView get(UUID id) {
        return view(customers.get(id, user));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @ProblemCodes({"customer.managing-partner", "customer.registry-code", "duplicate"})
    @Operation(
            operationId = "editCustomer",
            summary = "Update a customer",
            description = "A JSON merge patch: omitted fields keep their values, `null` clears a field.")
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
                && !customer.isRegisteredAs(edited.country(), edited.profile().registryCode())) {
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
            summary = "List possible duplicates of a customer",
            description = "Customers with the same registry code, VAT number or web domain, or a similar "
                    + "name, best match first, with the number of opportunities and registrations of "
                    + "each.")
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
            summary = "Merge another customer into this one",
            description = "Moves the opportunities, registrations, contacts and partners of the other "
                    + "customer to this one. The ID of the other customer then resolves to this one. "
                    + "Contacts that a partner created remain visible only to that partner and the "
                    + "vendor. Fails if both customers are exclusive for the same product line.")
    public CustomerView merge(UUID id, @NotNull @Valid MergeCustomersRequest request) {
        return view(duplicates.merge(id, request, ifMatch.version()));
    }

    private CustomerView view(Customer customer) {
        return views.view(customer, user);
    }
}
