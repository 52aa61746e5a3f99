package ee.sild.registration;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Basic;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Identified;
import ee.sild.platform.Ids;

/**
 * What a registration is about: who asks for which product lines at which customer, what was approved, and the change
 * of it that waits for approval.
 */
@MappedSuperclass
public abstract class RegistrationState implements Identified {

    @Id
    private UUID id;

    private String number;
    private UUID opportunityId;
    private String topic;
    private UUID customerId;
    private String customerName;
    private UUID partnerId;

    /** The words that a search finds it by; the database folds them. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private String searched;

    /** Whether it or a change of its scope waits for a decision; the database computes it. */
    @Basic(fetch = FetchType.LAZY)
    @Column(insertable = false, updatable = false)
    private boolean awaitsDecision;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "deal_registration_product_line", joinColumns = @JoinColumn(name = "registration_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    @Embedded
    private RegistrationScope scope;

    /** Null if no change is pending. */
    @Embedded
    private ScopeChange change;

    /** All product lines that the pending change asks for. */
    @ElementCollection
    @CollectionTable(name = "deal_registration_change_line", joinColumns = @JoinColumn(name = "registration_id"))
    @Column(name = "product_line_id")
    private Set<UUID> changedLines = new HashSet<>();

    protected RegistrationState() {
        // for Hibernate
    }

    RegistrationState(String number, Opportunity on, String customerName, Set<UUID> productLines) {
        this.id = Ids.next();
        this.number = number;
        this.opportunityId = on.id();
        this.topic = on.details().topic();
        this.customerId = on.customerId();
        this.customerName = customerName;
        this.partnerId = on.partnerId();
        this.productLines.addAll(productLines);
        this.scope = RegistrationScope.of(on);
    }

    /** Follows the opportunity while nothing is approved yet. */
    public void askFor(RegistrationScope next) {
        scope = next;
    }

    /** Whether the pending change already asks for this. */
    public boolean asksFor(RegistrationScope next, Set<UUID> lines) {
        return change != null && change.asksFor(next) && changedLines.equals(lines);
    }

    void await(ScopeChange next, Set<UUID> lines) {
        change = next;
        replace(changedLines, lines);
    }

    void applyChange() {
        scope = change.scope();
        replace(productLines, changedLines);
        forgetChange();
    }

    void forgetChange() {
        change = null;
        changedLines.clear();
    }

    private static void replace(Set<UUID> kept, Set<UUID> next) {
        kept.retainAll(next);
        kept.addAll(next);
    }

    @Override
    public UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    public UUID opportunityId() {
        return opportunityId;
    }

    String topic() {
        return topic;
    }

    public UUID customerId() {
        return customerId;
    }

    String customerName() {
        return customerName;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public Set<UUID> productLines() {
        return productLines;
    }

    /** What was approved; until then, what is asked for. */
    public RegistrationScope scope() {
        return Objects.requireNonNullElse(scope, RegistrationScope.UNKNOWN);
    }

    /** All product lines that the pending change asks for; empty without one. */
    public Set<UUID> requestedLines() {
        return changedLines;
    }

    /** Null without a pending change. */
    ScopeChange change() {
        return change;
    }

    public boolean isChangePending() {
        return change != null;
    }

    long version() {
        return version;
    }
}
