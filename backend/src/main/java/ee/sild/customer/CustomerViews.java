package ee.sild.customer;

import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.partner.Partners;
import ee.sild.platform.problem.IdentifierWarnings;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.Violations;
import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** Builds customer views and validates what is written about a customer. */
@ApplicationScoped
public class CustomerViews {

    private final Customers customers;
    private final Partners partners;
    private final Vocabularies vocabularies;

    CustomerViews(Customers customers, Partners partners, Vocabularies vocabularies) {
        this.customers = customers;
        this.partners = partners;
        this.vocabularies = vocabularies;
    }

    /** Throws if a new customer refers to something that does not exist, or has what its author may not set. */
    void check(EditCustomerRequest details, CurrentUser by) {
        check(details, EditCustomerRequest.NOTHING, by);
    }

    /** Throws if the details refer to something that does not exist, or change what their author may not change. */
    void check(EditCustomerRequest details, Customer customer, CurrentUser by) {
        check(details, EditCustomerRequest.of(customer), by);
        // A "code is taken" error would reveal a customer that the partner does not know.
        if (!by.isStaff()
                && !customer.isBroughtBy(by.partnerId())
                && !customer.isRegisteredAs(details.country(), details.profile().registryCode())) {
            throw new NotAllowed("customer.registry-code");
        }
    }

    private void check(EditCustomerRequest details, EditCustomerRequest before, CurrentUser by) {
        var violations = new Violations();
        look(details, before, by, violations);
        violations.throwIfAny();
    }

    /**
     * Checks a request that either names an existing customer or adds a new one.
     *
     * @param id {@code /customerId}
     * @param known the customer with this ID, if its author knows it; otherwise null
     * @param brought {@code /customer}
     */
    public void check(UUID id, Customer known, EditCustomerRequest brought, CurrentUser by, Violations violations) {
        violations
                .addIf((id == null) == (brought == null), "/customerId", "customer.one")
                .requireReference(id == null || known != null, "/customerId");
        if (brought != null) {
            look(brought, EditCustomerRequest.NOTHING, by, violations.within("/customer"));
        }
    }

    private void look(EditCustomerRequest details, EditCustomerRequest before, CurrentUser by, Violations violations) {
        boolean stays = Objects.equals(details.managingPartnerId(), before.managingPartnerId());
        if (!by.isStaff() && (!stays || details.isDirect() != before.isDirect())) {
            throw new NotAllowed("customer.managing-partner");
        }
        violations
                .requireReference(
                        vocabularies.has(
                                Vocabulary.INDUSTRY,
                                before.profile().industryId(),
                                details.profile().industryId()),
                        "/profile/industryId")
                .requireReference(
                        stays
                                || details.managingPartnerId() == null
                                || partners.active(details.managingPartnerId()).isPresent(),
                        "/managingPartnerId");
    }

    public CustomerView view(Customer customer, CurrentUser viewer) {
        return new CustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                new CustomerProfileView(
                        customer.profile().registryCode(),
                        customer.profile().vatNumber(),
                        customer.profile().webDomain(),
                        vocabularies.ref(Vocabulary.INDUSTRY, customer.industryId())),
                customer.address(),
                viewer.isStaff() ? partners.ref(customer.managingPartnerId()) : null,
                viewer.isStaff() ? customer.direct() : null,
                customers.contacts(customer.id()),
                viewer.role() != Role.ANALYST,
                IdentifierWarnings.of(
                        customer.country(),
                        customer.profile().registryCode(),
                        customer.profile().vatNumber(),
                        customer.profile().webDomain()),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
