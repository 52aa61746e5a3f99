package ee.sild.opportunity.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import ee.sild.customer.ContactView;
import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.view.OpportunityRelations.KnownCustomer;
import ee.sild.settings.MaskedField;
import ee.sild.settings.Policies;

/** Shows the customer of an opportunity. A partner that only has an offer sees it masked, as the policy says. */
@ApplicationScoped
class OpportunityCustomerViews {

    private static final Set<MaskedField> OF_A_CONTACT =
            EnumSet.of(MaskedField.NAME, MaskedField.EMAIL, MaskedField.PHONE);

    private final Customers customers;
    private final Policies policies;

    OpportunityCustomerViews(Customers customers, Policies policies) {
        this.customers = customers;
        this.policies = policies;
    }

    OpportunityCustomerView of(Opportunity opportunity, OpportunityRelations relations, boolean hidden) {
        var customer = relations.customer() == null
                ? unknown(() -> KnownCustomer.of(customers.of(opportunity.customerId())))
                : relations.customer();
        Set<MaskedField> masked = hidden ? policies.get().masked() : Set.of();
        return new OpportunityCustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                customer.city(),
                masked.contains(MaskedField.STREET) ? null : customer.street(),
                hidden ? masked(opportunity, masked) : relations.contacts(),
                OF_A_CONTACT.stream().anyMatch(masked::contains),
                masked.stream().sorted().toList());
    }

    private List<ContactView> masked(Opportunity opportunity, Set<MaskedField> masked) {
        return masked.containsAll(OF_A_CONTACT)
                ? List.of()
                : unknown(() -> customers.contacts(opportunity.customerId(), masked)).stream()
                        .filter(contact -> opportunity.details().contacts().contains(contact.id()))
                        .toList();
    }

    /** What the caller does not know yet is read as the system, which needs a transaction. */
    private static <T> T unknown(Callable<T> read) {
        return QuarkusTransaction.joiningExisting().call(read);
    }
}
