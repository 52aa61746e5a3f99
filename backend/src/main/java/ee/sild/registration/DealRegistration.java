package ee.sild.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.Identified;
import ee.sild.platform.Ids;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.registration.approval.Approval;

import static jakarta.persistence.EnumType.STRING;

/**
 * A partner's request for exclusivity: to be the only one that sells some product lines to a customer for a period. The
 * database ensures that no two are approved for the same customer and product line at any instant.
 */
@Entity
public class DealRegistration implements Identified {

    @Id
    private UUID id;

    private String number;
    private UUID opportunityId;
    private String topic;
    private UUID customerId;
    private String customerName;
    private UUID partnerId;

    @Enumerated(STRING)
    private RegistrationStatus status;

    private String comment;
    private UUID submittedBy;
    private Instant submittedAt;
    private UUID decidedBy;
    private Instant decidedAt;
    private boolean appealed;
    private String reasonCode;
    private String reason;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] requestedFields = {};

    private Instant exclusiveFrom;
    private Instant exclusiveUntil;
    private Instant remindAt;
    private Instant remindedAt;
    private int extensions;
    private Instant extensionUntil;
    private String extensionReason;
    private UUID extensionRequestedBy;
    private Instant extensionRequestedAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "deal_registration_product_line", joinColumns = @JoinColumn(name = "registration_id"))
    @Column(name = "product_line_id")
    private Set<UUID> productLines = new HashSet<>();

    @Embedded
    private Approval approval;

    protected DealRegistration() {
        // for Hibernate
    }

    DealRegistration(
            String number,
            Opportunity on,
            String customerName,
            Collection<UUID> productLines,
            String comment,
            UUID by,
            Approval how,
            Instant now) {
        this.id = Ids.next();
        this.number = number;
        this.opportunityId = on.id();
        this.topic = on.details().topic();
        this.customerId = on.customerId();
        this.customerName = customerName;
        this.partnerId = on.partnerId();
        this.productLines.addAll(productLines);
        submit(comment, by, how, now);
    }

    private void submit(String words, UUID by, Approval how, Instant now) {
        status = RegistrationStatus.SUBMITTED;
        comment = words;
        submittedBy = by;
        submittedAt = now;
        approval = how;
        decidedBy = null;
        decidedAt = null;
        reasonCode = null;
        reason = null;
        requestedFields = new String[0];
    }

    /** Throws if the action is not allowed in this status. */
    public void require(RegistrationAction action) {
        if (!action.isLegalFrom(status)) {
            throw new RuleViolation("deal-registration.transition", status);
        }
    }

    /** Resubmits it after a request for more information, or once after a rejection. */
    void resubmit(String words, UUID by, Approval how, Instant now) {
        require(RegistrationAction.RESUBMIT);
        if (status == RegistrationStatus.REJECTED) {
            if (appealed) {
                throw new RuleViolation("deal-registration.appealed");
            }
            appealed = true;
        }
        submit(words, by, how, now);
    }

    /**
     * Approves the registration.
     *
     * @param by who approves it; null for an automatic approval
     */
    public void approve(Instant until, Instant remind, UUID by, Instant now) {
        require(RegistrationAction.APPROVE);
        approval.agree(by, now);
        decide(RegistrationStatus.APPROVED, null, null, by, now);
        exclusiveFrom = now;
        exclusiveUntil = until;
        remindAt = remind;
        remindedAt = null;
    }

    public void reject(RefusalReason code, String why, UUID by, Instant now) {
        require(RegistrationAction.REJECT);
        decide(RegistrationStatus.REJECTED, code.name(), why, by, now);
    }

    public void requestInformation(List<RequestedField> fields, String what, UUID by, Instant now) {
        require(RegistrationAction.REQUEST_INFORMATION);
        decide(RegistrationStatus.RETURNED, null, what, by, now);
        requestedFields = fields.stream().distinct().sorted().map(Enum::name).toArray(String[]::new);
    }

    private void decide(RegistrationStatus next, String code, String why, UUID by, Instant now) {
        status = next;
        reasonCode = code;
        reason = why;
        decidedBy = by;
        decidedAt = now;
    }

    void withdraw() {
        require(RegistrationAction.WITHDRAW);
        status = RegistrationStatus.WITHDRAWN;
    }

    public void revoke(String why, UUID by, Instant now) {
        require(RegistrationAction.REVOKE);
        decide(RegistrationStatus.REVOKED, null, why, by, now);
        lift(now);
    }

    /** Ends it because its opportunity has ended or has passed to someone else. */
    void end(RegistrationStatus how, String code, Instant now) {
        if (status == RegistrationStatus.APPROVED) {
            status = how;
            reasonCode = code;
            reason = null;
            lift(now);
        } else if (status.isPending()) {
            status = RegistrationStatus.WITHDRAWN;
            reasonCode = code;
        }
    }

    void expire() {
        status = RegistrationStatus.EXPIRED;
        forgetExtension();
    }

    /** Exclusivity ends now. */
    private void lift(Instant now) {
        if (exclusiveUntil.isAfter(now)) {
            exclusiveUntil = now;
        }
        forgetExtension();
    }

    void requestExtension(Instant until, String why, UUID by, int most, Instant now) {
        require(RegistrationAction.REQUEST_EXTENSION);
        if (extensionUntil != null) {
            throw new RuleViolation("deal-registration.extension-pending");
        }
        if (extensions >= most) {
            throw new RuleViolation("deal-registration.extension-limit", most);
        }
        requireLater(until);
        extensionUntil = until;
        extensionReason = why;
        extensionRequestedBy = by;
        extensionRequestedAt = now;
    }

    /**
     * Decides on a requested extension.
     *
     * @param until the new end; null if the extension is rejected
     */
    public void decideExtension(Instant until, Instant remind, String why) {
        require(RegistrationAction.DECIDE_EXTENSION);
        if (extensionUntil == null) {
            throw new RuleViolation("deal-registration.no-extension-request");
        }
        if (until != null) {
            requireLater(until);
            exclusiveUntil = until;
            remindAt = remind;
            remindedAt = null;
            extensions++;
        }
        reason = why;
        forgetExtension();
    }

    private void requireLater(Instant until) {
        if (!until.isAfter(exclusiveUntil)) {
            throw new RuleViolation("deal-registration.extension-backwards", exclusiveUntil);
        }
    }

    private void forgetExtension() {
        extensionUntil = null;
        extensionReason = null;
        extensionRequestedBy = null;
        extensionRequestedAt = null;
    }

    /** Makes it exclusive again after it expired, if no one else has got exclusivity. */
    public void postpone(Instant until, Instant remind, UUID by, Instant now) {
        require(RegistrationAction.POSTPONE);
        decide(RegistrationStatus.APPROVED, null, null, by, now);
        exclusiveFrom = now;
        exclusiveUntil = until;
        remindAt = remind;
        remindedAt = null;
    }

    void reminded(Instant now) {
        remindedAt = now;
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

    RegistrationStatus status() {
        return status;
    }

    String comment() {
        return comment;
    }

    public UUID submittedBy() {
        return submittedBy;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    public Approval approval() {
        return approval;
    }

    UUID decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    boolean appealed() {
        return appealed;
    }

    String reasonCode() {
        return reasonCode;
    }

    String reason() {
        return reason;
    }

    List<RequestedField> requestedFields() {
        return Stream.of(requestedFields).map(RequestedField::valueOf).toList();
    }

    Instant exclusiveFrom() {
        return exclusiveFrom;
    }

    Instant exclusiveUntil() {
        return exclusiveUntil;
    }

    int extensions() {
        return extensions;
    }

    public Instant extensionUntil() {
        return extensionUntil;
    }

    String extensionReason() {
        return extensionReason;
    }

    public Set<UUID> productLines() {
        return productLines;
    }

    long version() {
        return version;
    }
}
