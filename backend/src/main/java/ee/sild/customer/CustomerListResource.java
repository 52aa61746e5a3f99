package ee.sild.customer;

import java.time.Clock;

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
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.PageRequest;
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
class CustomerListResource {

    private final Customers customers;
    private final CustomerList list;
    private final CustomerViews views;
    private final CurrentUser user;
    private final Clock clock;

    CustomerListResource(Customers customers, CustomerList list, CustomerViews views, CurrentUser user, Clock clock) {
        this.customers = customers;
        this.list = list;
        this.views = views;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
    @Operation(
            operationId = "listCustomers",
            summary = "List customers",
            description = "Returns the customers that the caller can see. Sort by `name` or `updatedAt`.")
    public Page<CustomerSummary> list(@Valid @BeanParam CustomerFilter filter, @Valid @BeanParam PageRequest page) {
        return list.search(filter, page, user);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @APIResponseSchema(value = CustomerView.class, responseCode = "201")
    @ProblemCodes({"customer.managing-partner", "customer.two-holders", "duplicate"})
    @Operation(
            operationId = "createCustomer",
            summary = "Create a customer",
            description = "A registry code is unique within its country.")
    public CustomerView create(@NotNull @Valid EditCustomerRequest request) {
        views.check(request, user);
        return view(customers.create(request, user, clock.instant()));
    }

    private CustomerView view(Customer customer) {
        return views.view(customer, user);
    }
}
