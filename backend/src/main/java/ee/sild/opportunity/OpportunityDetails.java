package ee.sild.opportunity;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;

import ee.sild.opportunity.state.ExternalReference;
import ee.sild.opportunity.state.OpportunityValue;
import ee.sild.platform.Money;

/** What is known about a chance to sell: what, to whom, for how much. Users edit it. */
@Embeddable
public class OpportunityDetails {

    private String topic;
    private String summary;
    private OpportunityValue value;
    private Integer probability;
    private LocalDate estimatedCloseDate;
    private String customerSituation;
    private String customerNeed;
    private String customerPainPoints;
    private String proposedSolution;
    private UUID territoryId;
    private UUID industryId;

    @ElementCollection
    @CollectionTable(name = "opportunity_contact", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "contact_id")
    private Set<UUID> contacts = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_product_line", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_competency", joinColumns = @JoinColumn(name = "opportunity_id"))
    @Column(name = "competency_id")
    private Set<UUID> requiredCompetencies = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "opportunity_external_reference", joinColumns = @JoinColumn(name = "opportunity_id"))
    private Set<ExternalReference> externalReferences = new HashSet<>();

    protected OpportunityDetails() {
        // for Hibernate and Opportunity
    }

    void write(EditOpportunityRequest request) {
        topic = request.topic().strip();
        value = request.value().stored();
        var qualification = request.qualification();
        summary = qualification.summary();
        customerSituation = qualification.situation();
        customerNeed = qualification.need();
        customerPainPoints = qualification.painPoints();
        proposedSolution = qualification.proposedSolution();
        var classification = request.classification();
        territoryId = classification.territoryId();
        industryId = classification.industryId();
        probability = request.pipeline().probability();
        estimatedCloseDate = request.pipeline().estimatedCloseDate();
        replace(contacts, request.contactIds());
        replace(productLines, classification.productLineIds());
        replace(requiredCompetencies, classification.requiredCompetencyIds());
        replace(externalReferences, request.origin().externalReferences());
    }

    private static <T> void replace(Set<T> kept, Collection<T> next) {
        kept.retainAll(next);
        kept.addAll(next);
    }

    public String topic() {
        return topic;
    }

    public String summary() {
        return summary;
    }

    public OpportunityValue value() {
        return value;
    }

    public String currency() {
        return value.currency();
    }

    public Money estimatedValue() {
        return value.estimated();
    }

    public Integer probability() {
        return probability;
    }

    public LocalDate estimatedCloseDate() {
        return estimatedCloseDate;
    }

    public String customerSituation() {
        return customerSituation;
    }

    public String customerNeed() {
        return customerNeed;
    }

    public String customerPainPoints() {
        return customerPainPoints;
    }

    public String proposedSolution() {
        return proposedSolution;
    }

    public UUID territoryId() {
        return territoryId;
    }

    public UUID industryId() {
        return industryId;
    }

    public Set<UUID> contacts() {
        return contacts;
    }

    public Set<UUID> productLines() {
        return productLines;
    }

    public Set<UUID> requiredCompetencies() {
        return requiredCompetencies;
    }

    public Set<ExternalReference> externalReferences() {
        return externalReferences;
    }
}
