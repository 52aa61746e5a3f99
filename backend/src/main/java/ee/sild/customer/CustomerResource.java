package ee.sild.customer;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.http.MergePatch;
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
    private final CustomerViews views;
    private final CurrentUser user;
    private final MergePatch patches;
    private final IfMatch ifMatch;
    private final Clock clock;

    CustomerResource(
            Customers customers,
            CustomerViews views,
            CurrentUser user,
            MergePatch patches,
            IfMatch ifMatch,
            Clock clock) {
        this.customers = customers;
        this.views = views;
        this.user = user;
        this.patches = patches;
        this.ifMatch = ifMatch;
        this.clock = clock;
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
    @ProblemCodes({"customer.managing-partner", "customer.registry-code", "customer.two-holders", "duplicate"})
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
        var edited = patches.apply(patch, EditCustomerRequest.of(customer));
        views.check(edited, customer, user);
        customer.edit(edited, clock.instant());
        customers.flush();
        return view(customer);
    }

    private CustomerView view(Customer customer) {
        return views.view(customer, user);
    }
}
