package ee.sild.opportunity.edit;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.Customers;
import ee.sild.identity.Users;
import ee.sild.opportunity.EditOpportunityRequest;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.state.ExternalReference;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.problem.Violations;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;

/** Checks what the fields of an opportunity refer to. */
@ApplicationScoped
class OpportunityReferences {

    private final ExternalReferences externalReferences;
    private final Customers customers;
    private final Users users;
    private final Vocabularies vocabularies;

    OpportunityReferences(
            ExternalReferences externalReferences, Customers customers, Users users, Vocabularies vocabularies) {
        this.externalReferences = externalReferences;
        this.customers = customers;
        this.users = users;
        this.vocabularies = vocabularies;
    }

    /**
     * Adds a violation for each reference that does not exist.
     *
     * @param customer the customer whose contacts may be referenced; null if there is none yet
     */
    void check(EditOpportunityRequest details, UUID customer, Violations violations) {
        var classification = details.classification();
        violations
                .requireReference(customers.areContacts(customer, details.contactIds()), "/contactIds")
                .requireReference(
                        vocabularies.has(Vocabulary.PRODUCT_LINE, classification.productLineIds()),
                        "/classification/productLineIds")
                .requireReference(
                        vocabularies.has(Vocabulary.COMPETENCY, classification.requiredCompetencyIds()),
                        "/classification/requiredCompetencyIds")
                .requireReference(
                        vocabularies.has(Vocabulary.TERRITORY, classification.territoryId()),
                        "/classification/territoryId")
                .requireReference(
                        vocabularies.has(Vocabulary.INDUSTRY, classification.industryId()),
                        "/classification/industryId")
                .requireReference(details.ownerId() == null || users.isStaff(details.ownerId()), "/ownerId");
    }

    /** Throws if another opportunity already has one of these external references. */
    void requireOwnReferences(Opportunity opportunity, List<ExternalReference> references) {
        if (!externalReferences.taken(references, opportunity.id()).isEmpty()) {
            throw new RuleViolation("opportunity.external-reference");
        }
    }
}
