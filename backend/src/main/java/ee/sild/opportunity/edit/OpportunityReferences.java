package ee.sild.opportunity.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
     * @param before the fields of the opportunity now, whose references were checked earlier
     * @param customer the customer whose contacts may be referenced; null if there is none yet
     */
    void check(EditOpportunityRequest before, EditOpportunityRequest details, UUID customer, Violations violations) {
        var old = before.classification();
        var classification = details.classification();
        violations
                .requireReference(
                        customers.areContacts(customer, added(before.contactIds(), details.contactIds())),
                        "/contactIds")
                .requireReference(
                        vocabularies.has(
                                Vocabulary.PRODUCT_LINE, old.productLineIds(), classification.productLineIds()),
                        "/classification/productLineIds")
                .requireReference(
                        vocabularies.has(
                                Vocabulary.COMPETENCY,
                                old.requiredCompetencyIds(),
                                classification.requiredCompetencyIds()),
                        "/classification/requiredCompetencyIds")
                .requireReference(
                        vocabularies.has(Vocabulary.TERRITORY, old.territoryId(), classification.territoryId()),
                        "/classification/territoryId")
                .requireReference(
                        vocabularies.has(Vocabulary.INDUSTRY, old.industryId(), classification.industryId()),
                        "/classification/industryId")
                .requireReference(
                        details.ownerId() == null
                                || details.ownerId().equals(before.ownerId())
                                || users.isStaff(details.ownerId()),
                        "/ownerId");
    }

    private static Set<UUID> added(Set<UUID> before, Set<UUID> after) {
        var added = new HashSet<>(after);
        added.removeAll(before);
        return added;
    }

    /** Throws if another opportunity already has one of these external references. */
    void requireOwnReferences(Opportunity opportunity, List<ExternalReference> references) {
        if (!externalReferences.taken(references, opportunity.id()).isEmpty()) {
            throw new RuleViolation("opportunity.external-reference");
        }
    }
}
