package ee.sild.opportunity.view;

import java.util.List;
import java.util.UUID;

import ee.sild.customer.ContactView;
import ee.sild.customer.Customer;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.ExternalReference;
import ee.sild.platform.Ref;

/**
 * What an opportunity refers to, as the caller may see it.
 *
 * @param customer null if the caller does not know the customer yet
 * @param contacts the contacts of the opportunity that the caller knows, sorted by name
 * @param assignee the partner's user that it is assigned to; in a collaboration, the one of the caller's partner
 * @param alert why it needs attention; null if it does not
 */
record OpportunityRelations(
        List<ExternalReference> externalReferences,
        List<Ref> productLines,
        List<Ref> competencies,
        Ref territory,
        Ref industry,
        KnownCustomer customer,
        List<ContactView> contacts,
        Ref owner,
        Ref partner,
        Ref assignee,
        Ref extensionRequester,
        List<CollaboratorView> collaborators,
        Alert alert) {

    /** The customer, without what an opportunity does not show. */
    record KnownCustomer(UUID id, String name, String country, String city, String street) {

        static KnownCustomer of(Customer customer) {
            return new KnownCustomer(
                    customer.id(),
                    customer.name(),
                    customer.country(),
                    customer.address().city(),
                    customer.address().street());
        }
    }
}
