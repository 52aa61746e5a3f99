package ee.sild.registration.approval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

import org.hibernate.annotations.Immutable;

import ee.sild.platform.Ids;

/** A rule for who decides on registrations; replaced, never changed. */
@Entity
@Immutable
class ApprovalRule {

    /** Who takes a step. */
    @Embeddable
    record Step(@Enumerated(EnumType.STRING) Approver approver, UUID userId) {}

    @Id
    private UUID id;

    private int position;
    private String name;
    private BigDecimal valueFrom;
    private BigDecimal valueTo;
    private Integer exclusivityDays;

    @ElementCollection
    @CollectionTable(name = "approval_rule_tier", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "tier_id")
    private Set<UUID> tiers = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "approval_rule_territory", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "territory_id")
    private Set<UUID> territories = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "approval_rule_product_line", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "approval_rule_step", joinColumns = @JoinColumn(name = "rule_id"))
    @OrderColumn(name = "position")
    private List<Step> steps = new ArrayList<>();

    protected ApprovalRule() {
        // for Hibernate
    }

    ApprovalRule(ApprovalRuleRequest details, int position) {
        this.id = Ids.next();
        this.position = position;
        this.name = details.name().strip();
        this.valueFrom = details.valueFrom();
        this.valueTo = details.valueTo();
        this.exclusivityDays = details.exclusivityDays();
        this.tiers.addAll(details.tierIds());
        this.territories.addAll(details.territoryIds());
        this.productLines.addAll(details.productLineIds());
        details.steps().forEach(step -> steps.add(new Step(step.approver(), step.userId())));
    }

    ApprovalRuleRequest details() {
        return new ApprovalRuleRequest(
                name,
                List.copyOf(tiers),
                List.copyOf(territories),
                List.copyOf(productLines),
                valueFrom,
                valueTo,
                steps.stream()
                        .map(step -> new ApprovalStepRequest(step.approver(), step.userId()))
                        .toList(),
                exclusivityDays);
    }

    String name() {
        return name;
    }

    /** Empty for automatic approval. */
    List<Step> steps() {
        return steps;
    }

    Integer exclusivityDays() {
        return exclusivityDays;
    }
}
