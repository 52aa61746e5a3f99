package ee.sild.opportunity.view;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.ContactView;
import ee.sild.customer.Customers;
import ee.sild.opportunity.Opportunity;
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

    OpportunityCustomerView of(Opportunity opportunity, boolean hidden) {
        var customer = customers.of(opportunity.customerId());
        Set<MaskedField> masked = hidden ? policies.get().masked() : Set.of();
        return new OpportunityCustomerView(
                customer.id(),
                customer.name(),
                customer.country(),
                customer.address().city(),
                masked.contains(MaskedField.STREET) ? null : customer.address().street(),
                contacts(opportunity, hidden, masked),
                OF_A_CONTACT.stream().anyMatch(masked::contains),
                masked.stream().sorted().toList());
    }

    private List<ContactView> contacts(Opportunity opportunity, boolean hidden, Set<MaskedField> masked) {
        var known = !hidden
                ? customers.contacts(opportunity.customerId())
                : masked.containsAll(OF_A_CONTACT)
                        ? List.<ContactView>of()
                        : customers.contacts(opportunity.customerId(), masked);
        return known.stream()
                .filter(contact -> opportunity.details().contacts().contains(contact.id()))
                .toList();
    }
}
