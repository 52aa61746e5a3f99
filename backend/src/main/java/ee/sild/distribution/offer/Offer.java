package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import ee.sild.distribution.matching.MatchingRun;
import ee.sild.distribution.offer.OfferStatus.Party;
import ee.sild.distribution.offer.OfferStatus.Transition;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.platform.Ids;
import ee.sild.reference.AnswerTime;

import static jakarta.persistence.EnumType.STRING;

/** One offer of one opportunity to one partner. */
@Entity
@Table(name = "distribution")
public class Offer {

    @Id
    private UUID id;

    private UUID opportunityId;
    private UUID partnerId;
    private UUID collaborationId;
    private UUID matchingRunId;
    private boolean asked = true;

    @Enumerated(STRING)
    private OfferStatus status;

    private String message;
    private UUID deliveredBy;
    private Instant deliveredAt;
    private Instant answerBy;
    private Instant remindAt;
    private Instant remindedAt;
    private UUID answeredBy;
    private Instant answeredAt;
    private Instant endedAt;
    private String reasonCode;
    private String reason;

    @Version
    private long version;

    protected Offer() {
        // for Hibernate
    }

    public Offer(UUID opportunityId, UUID partnerId, String message, UUID deliveredBy, AnswerTime time, Instant now) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.partnerId = partnerId;
        this.status = OfferStatus.DELIVERED;
        this.message = message;
        this.deliveredBy = deliveredBy;
        this.deliveredAt = now;
        this.answerBy = time.answerBy();
        this.remindAt = time.remindAt();
    }

    /** Creates the offer of a partner that already works on it without having been offered it. */
    public static Offer joined(Opportunity opportunity, UUID partnerId, UUID by, Instant now) {
        var offer = new Offer(opportunity.id(), partnerId, null, by, new AnswerTime(now.plusSeconds(1), null), now);
        offer.takePart(now);
        return offer;
    }

    /** The partner works on it without having been asked: staff added it, or it claimed the opportunity. */
    public void takePart(Instant now) {
        status = status.after(Transition.ACCEPT, Party.SYSTEM);
        asked = false;
        answeredAt = now;
    }

    /** Sets the matching that decided on it. */
    public void decidedBy(MatchingRun run) {
        matchingRunId = run.id();
    }

    public UUID matchingRunId() {
        return matchingRunId;
    }

    /** Makes it one of several offers of a collaboration. */
    public void share(UUID collaboration) {
        collaborationId = collaboration;
    }

    /** Whether the event happened with this offer's partner or collaboration. */
    boolean isOf(OpportunityEvent event) {
        var on = event.on();
        return on.collaborationId() == null
                ? partnerId.equals(on.partnerId())
                : on.collaborationId().equals(collaborationId);
    }

    public boolean isShared() {
        return collaborationId != null;
    }

    public void accept(UUID by, Instant now) {
        status = status.after(Transition.ACCEPT, Party.PARTNER);
        answeredBy = by;
        answeredAt = now;
    }

    public void decline(DeclineReason code, String why, UUID by, Instant now) {
        end(Transition.DECLINE, Party.PARTNER, now);
        answeredBy = by;
        answeredAt = now;
        reasonCode = code.name();
        reason = why;
    }

    public void expire(Instant now) {
        end(Transition.EXPIRE, Party.SYSTEM, now);
    }

    /** Whether the reminder is due now. If so, marks it as sent. */
    public boolean remind(Instant now) {
        boolean due = status == OfferStatus.DELIVERED
                && remindedAt == null
                && remindAt != null
                && !remindAt.isAfter(now)
                && answerBy.isAfter(now);
        if (due) {
            remindedAt = now;
        }
        return due;
    }

    public void recall(Party by, Instant now) {
        end(Transition.RECALL, by, now);
    }

    /** Ends the partner's work: it is returned, revoked or completed. */
    public void end(Transition transition, Instant now) {
        end(transition, Party.SYSTEM, now);
    }

    private void end(Transition transition, Party by, Instant now) {
        status = status.after(transition, by);
        endedAt = now;
    }

    void reopen() {
        status = status.after(Transition.REOPEN, Party.SYSTEM);
        endedAt = null;
    }

    public UUID id() {
        return id;
    }

    public UUID opportunityId() {
        return opportunityId;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public OfferStatus status() {
        return status;
    }

    String message() {
        return message;
    }

    UUID deliveredBy() {
        return deliveredBy;
    }

    Instant deliveredAt() {
        return deliveredAt;
    }

    public Instant answerBy() {
        return answerBy;
    }

    UUID answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    public String reasonCode() {
        return reasonCode;
    }

    public String reason() {
        return reason;
    }

    public long version() {
        return version;
    }
}
