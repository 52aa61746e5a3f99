package ee.sild.opportunity.collaborator;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import ee.sild.platform.Ids;

/** A partner in a collaboration: it is asked to join, or works on the opportunity together with others. */
@Entity
public class Collaborator {

    @Id
    private UUID id;

    private UUID opportunityId;
    private UUID collaborationId;
    private UUID partnerId;
    private UUID partnerUserId;
    private UUID distributionId;
    private boolean lead;
    private boolean leadAlone;
    private Instant answerBy;
    private Instant joinedAt;

    @Version
    private long version;

    protected Collaborator() {
        // for Hibernate
    }

    private Collaborator(UUID opportunityId, UUID collaborationId, UUID partnerId, UUID distributionId) {
        this.id = Ids.next();
        this.opportunityId = opportunityId;
        this.collaborationId = collaborationId;
        this.partnerId = partnerId;
        this.distributionId = distributionId;
    }

    /** A partner that has to answer first. */
    public static Collaborator asked(
            UUID opportunityId, UUID collaborationId, UUID partnerId, UUID distributionId, Instant answerBy) {
        var collaborator = new Collaborator(opportunityId, collaborationId, partnerId, distributionId);
        collaborator.answerBy = answerBy;
        return collaborator;
    }

    /** A partner that works on it immediately. */
    public static Collaborator joined(
            UUID opportunityId,
            UUID collaborationId,
            UUID partnerId,
            UUID distributionId,
            UUID partnerUserId,
            Instant now) {
        var collaborator = new Collaborator(opportunityId, collaborationId, partnerId, distributionId);
        collaborator.join(partnerUserId, now);
        return collaborator;
    }

    public void join(UUID person, Instant now) {
        answerBy = null;
        joinedAt = now;
        partnerUserId = person;
    }

    public void assign(UUID person) {
        partnerUserId = person;
    }

    /** Staff name it the lead, or no longer. */
    public void lead(boolean leads) {
        lead = leads;
        leadAlone = false;
    }

    /** It leads as long as there is no other one. */
    public void leadAlone() {
        lead = true;
        leadAlone = true;
    }

    public UUID partnerId() {
        return partnerId;
    }

    public UUID partnerUserId() {
        return partnerUserId;
    }

    public UUID distributionId() {
        return distributionId;
    }

    public boolean isLead() {
        return lead;
    }

    /** Whether it leads only because there is no other one. */
    public boolean isLeadAlone() {
        return leadAlone;
    }

    public Instant answerBy() {
        return answerBy;
    }

    /** Whether the partner works on it; otherwise it is only asked to join. */
    public boolean hasJoined() {
        return joinedAt != null;
    }
}
