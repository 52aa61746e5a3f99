package ee.sild.distribution.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.opportunity.Source;
import ee.sild.platform.Ids;

import static jakarta.persistence.EnumType.STRING;

/** A rule for distributing opportunities that meet its conditions, if staff leave it to the rules. */
@Entity
public class DistributionRule {

    @Id
    private UUID id;

    private int position;
    private String name;
    private boolean active;
    private BigDecimal valueFrom;
    private BigDecimal valueTo;

    @Enumerated(STRING)
    private Source source;

    @Enumerated(STRING)
    private DistributionMethod method;

    @JdbcTypeCode(SqlTypes.JSON)
    private MatchingWeights weights;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "distribution_rule_territory", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "territory_id")
    private Set<UUID> territories = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "distribution_rule_product_line", joinColumns = @JoinColumn(name = "rule_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    protected DistributionRule() {
        // for Hibernate
    }

    DistributionRule(EditDistributionRuleRequest details, int position) {
        this.id = Ids.next();
        this.position = position;
        edit(details);
    }

    void edit(EditDistributionRuleRequest details) {
        name = details.name().strip();
        active = details.active() == null || details.active();
        valueFrom = details.valueFrom();
        valueTo = details.valueTo();
        source = details.source();
        method = details.method();
        weights = details.weights();
        replace(territories, details.territoryIds());
        replace(productLines, details.productLineIds());
    }

    private static void replace(Set<UUID> kept, List<UUID> next) {
        kept.retainAll(next);
        kept.addAll(next);
    }

    void moveTo(int next) {
        position = next;
    }

    EditDistributionRuleRequest details() {
        return new EditDistributionRuleRequest(
                name,
                position,
                active,
                valueFrom,
                valueTo,
                source,
                List.copyOf(territories),
                List.copyOf(productLines),
                method,
                weights);
    }

    UUID id() {
        return id;
    }

    int position() {
        return position;
    }

    public String name() {
        return name;
    }

    boolean active() {
        return active;
    }

    BigDecimal valueFrom() {
        return valueFrom;
    }

    BigDecimal valueTo() {
        return valueTo;
    }

    /** Null for any source. */
    Source source() {
        return source;
    }

    Set<UUID> territories() {
        return territories;
    }

    Set<UUID> productLines() {
        return productLines;
    }

    public DistributionMethod method() {
        return method;
    }

    /** Null for the default weights. */
    public MatchingWeights weights() {
        return weights;
    }

    long version() {
        return version;
    }
}
