package ee.sild.opportunity.list;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import ee.sild.opportunity.Source;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;

/**
 * An opportunity as one viewer sees it in lists: the vendor, or a partner outside the pool. The database keeps the rows
 * up to date in the transaction of each change: see {@code R__61_listed_opportunity.sql}. Each sort of the list has an
 * index.
 */
@Entity
@Immutable
@Table(name = "listed_opportunity")
@IdClass(ListedOpportunity.Key.class)
class ListedOpportunity {

    /** The viewer of the rows of the vendor. */
    static final UUID VENDOR = new UUID(0, 0);

    /** An opportunity has one row for each viewer. */
    record Key(UUID viewerId, UUID opportunityId) implements Serializable {}

    @Id
    UUID viewerId;

    @Id
    UUID opportunityId;

    /** The seller of the partner that sees it. */
    UUID visibleTo;

    String number;
    String topic;

    /** The status that the viewer sees. */
    String status;

    @Enumerated(EnumType.STRING)
    Source source;

    UUID customerId;
    String customerName;
    String currency;
    BigDecimal estimatedValue;
    BigDecimal actualValue;

    /** The estimated value in the base currency; null without a rate. */
    BigDecimal baseValue;

    @Enumerated(EnumType.STRING)
    Phase phase;

    @Enumerated(EnumType.STRING)
    Alert alert;

    Integer probability;
    LocalDate estimatedCloseDate;
    LocalDate dueOn;
    LocalDate extensionDueOn;
    Instant acceptedAt;

    /** When a user of a partner was last active. */
    Instant activeAt;

    LocalDate closedOn;
    UUID ownerId;
    String ownerName;
    UUID partnerId;
    String partnerName;
    UUID assigneeId;
    String assigneeName;
    UUID collaborationId;

    /** The names of the collaborating partners, one a line. */
    String collaborators;

    /** The viewer's entry in the collaboration. */
    UUID placeId;

    Boolean lead;
    Instant joinedAt;
    UUID distributionId;
    Instant answerBy;
    UUID territoryId;
    boolean exhausted;
    String reasonCode;
    Instant createdAt;
    Instant updatedAt;
    long version;

    protected ListedOpportunity() {}
}
