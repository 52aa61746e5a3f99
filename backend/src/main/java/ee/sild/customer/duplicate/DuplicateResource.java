package ee.sild.customer.duplicate;

import java.util.UUID;

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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.customer.Customer;
import ee.sild.customer.CustomerView;
import ee.sild.customer.CustomerViews;
import ee.sild.customer.Customers;
import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.IfMatch;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/customers")
@Tag(name = "Customers", description = "Companies that the vendor sells to, and their contacts")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST})
@ApiScope("customers")
@Transactional
@Idempotent
class DuplicateResource {

    private final Customers customers;
    private final Duplicates duplicates;
    private final MergeCustomers merge;
    private final DecideDuplicate decideDuplicate;
    private final CustomerViews views;
    private final CurrentUser user;
    private final IfMatch ifMatch;

    DuplicateResource(
            Customers customers,
            Duplicates duplicates,
            MergeCustomers merge,
            DecideDuplicate decideDuplicate,
            CustomerViews views,
            CurrentUser user,
            IfMatch ifMatch) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.merge = merge;
        this.decideDuplicate = decideDuplicate;
        this.views = views;
        this.user = user;
        this.ifMatch = ifMatch;
    }

    @GET
    @Path("/{id}/duplicates")
    @Operation(
            operationId = "listDuplicates",
            summary = "List possible duplicates of a customer",
            description = "Customers with the same registry code, VAT number or web domain, with a similar name, or "
                    + "the same company by decision; best match first.")
    public Page<DuplicateView> duplicates(UUID id) {
        return Page.whole(duplicates.of(customers.get(id, user)).stream()
                .map(one -> new DuplicateView(
                        view(one.customer()),
                        one.by(),
                        one.likeness(),
                        one.opportunities(),
                        one.registrations(),
                        one.partners(),
                        one.decision()))
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
        return view(merge.merge(id, request, ifMatch.version()));
    }

    @POST
    @Path("/{id}/decide-duplicate")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES})
    @ProblemCodes({"customer.same-identifier", "customer.two-holders"})
    @Operation(
            operationId = "decideDuplicate",
            summary = "Decide whether another customer is the same company",
            description =
                    "Exclusivity for one then protects both, or they are no longer flagged. Fails if two partners "
                            + "are exclusive for the same product line.")
    public DuplicateDecisionView decide(UUID id, @NotNull @Valid DecideDuplicateRequest request) {
        return decideDuplicate.decide(id, request);
    }

    private CustomerView view(Customer customer) {
        return views.view(customer, user);
    }
}
