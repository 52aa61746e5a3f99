package ee.sild.opportunity;

import java.time.Instant;

import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.opportunity.state.CurrentOffer;
import ee.sild.opportunity.state.ReturnReason;
import ee.sild.platform.Ids;
import ee.sild.platform.Ref;

/** The commands of a collaboration: several partners work on one opportunity, at most one of them as the lead. */
public final class OpportunitySharing {

    private final Opportunity opportunity;

    OpportunitySharing(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /**
     * Starts a collaboration. A partner that already works on the opportunity becomes one of several.
     *
     * @param asked whether the partners have to accept first
     */
    public void start(boolean asked, Party by, Instant now) {
        if (opportunity.status().isWorked()) {
            OpportunityAction.COLLABORATE.require(opportunity.situation(by));
            opportunity.handOverTo(null);
            opportunity.update(opportunity.pipeline().assignedTo(null));
        } else {
            opportunity.move(asked ? Transition.DISTRIBUTE : Transition.COLLABORATE, by, now);
            opportunity.update(CurrentOffer.delivered(now));
            opportunity.forgetReasons();
            if (!asked) {
                opportunity.startWork(null, now);
            }
        }
        opportunity.sharedIn(Ids.next());
    }

    /** Adds another partner to the collaboration. */
    public OpportunityEvent add(Ref partner, Party by, Instant now) {
        requireSharing(by);
        begin(now);
        return new OpportunityEvent.CollaboratorAdded(EventSubject.of(opportunity), partner, now);
    }

    /** Asks another partner to join the collaboration. Only this partner is notified. */
    public OpportunityEvent ask(Ref partner, Party by, Instant now) {
        requireSharing(by);
        opportunity.touch(now);
        return new OpportunityEvent.Delivered(EventSubject.of(opportunity, partner.id()), partner, now);
    }

    /** A partner that was asked joins. */
    public OpportunityEvent join(Ref partner, Instant now) {
        begin(now);
        return new OpportunityEvent.Accepted(EventSubject.of(opportunity), partner, now);
    }

    /** The work starts when the first of several partners joins. */
    private void begin(Instant now) {
        if (opportunity.status() == OpportunityStatus.DELIVERED) {
            opportunity.move(Transition.ACCEPT, Party.OFFERED_PARTNER, now);
            opportunity.startWork(null, now);
        }
        opportunity.touch(now);
    }

    /** Staff remove one of several partners. */
    public OpportunityEvent remove(Ref partner, Party by, Instant now) {
        requireSharing(by);
        endLeadOf(partner);
        opportunity.touch(now);
        return new OpportunityEvent.CollaboratorRemoved(EventSubject.of(opportunity), partner, now);
    }

    /** Sets which of several partners may close and extend it; null for none. */
    public OpportunityEvent lead(Ref partner, Party by, Instant now) {
        requireSharing(by);
        opportunity.handOverTo(partner == null ? null : partner.id());
        opportunity.touch(now);
        return new OpportunityEvent.LeadNamed(EventSubject.of(opportunity), partner, now);
    }

    /** A partner that is the only one leads, and no longer once another one is there; null for the latter. */
    public OpportunityEvent leadAlone(Ref partner, Instant now) {
        opportunity.handOverTo(partner == null ? null : partner.id());
        opportunity.touch(now);
        return new OpportunityEvent.LeadNamed(EventSubject.of(opportunity), partner, now);
    }

    /** One of several partners returns it, and the others continue. */
    public OpportunityEvent leave(Ref partner, ReturnReason code, String why, Party by, Instant now) {
        OpportunityAction.RETURN.require(opportunity.situation(by));
        endLeadOf(partner);
        opportunity.touch(now);
        return new OpportunityEvent.CollaboratorLeft(EventSubject.of(opportunity), partner, code.name(), why, now);
    }

    private void endLeadOf(Ref partner) {
        if (partner.id().equals(opportunity.partnerId())) {
            opportunity.handOverTo(null);
        }
    }

    private void requireSharing(Party by) {
        OpportunityAction.COLLABORATE.require(opportunity.situation(by));
        if (opportunity.collaborationId() == null) {
            throw opportunity.status().violation();
        }
    }
}
