package ee.sild.opportunity;

import java.time.Instant;
import java.util.Set;

import ee.sild.opportunity.OpportunityStatus.Transition;
import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;
import ee.sild.opportunity.state.ReturnReason;
import ee.sild.platform.Ref;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.settings.MaskedField;

/** The commands of a partner's work on an opportunity, from its start until it is returned or taken back. */
public final class OpportunityWork {

    /** Why the system takes it back. */
    private static final String INACTIVE = "INACTIVE";

    private final Opportunity opportunity;

    OpportunityWork(Opportunity opportunity) {
        this.opportunity = opportunity;
    }

    /** Staff accept what a partner created; the partner works on it. */
    public OpportunityEvent approve(Party by, Instant now) {
        opportunity.move(Transition.APPROVE, by, now);
        opportunity.startWork(opportunity.pipeline().assignee(), now);
        return new OpportunityEvent.Approved(EventSubject.of(opportunity), now);
    }

    public OpportunityEvent changePhase(Phase next, String why, Party by, Instant now) {
        OpportunityAction.CHANGE_PHASE.require(opportunity.situation(by));
        var before = opportunity.pipeline().phase();
        if (next.compareTo(before) < 0 && (why == null || why.isBlank())) {
            throw new RuleViolation("opportunity.phase-reason");
        }
        opportunity.update(opportunity.pipeline().in(next));
        opportunity.touch(now);
        return new OpportunityEvent.PhaseChanged(EventSubject.of(opportunity), before, next, why, now);
    }

    /** Assigns it to a user of the managing partner. In a collaboration each collaborator has its own assignee. */
    public OpportunityEvent assign(Ref person, Party by, Instant now) {
        OpportunityAction.ASSIGN.require(opportunity.situation(by));
        return handOver(person, now);
    }

    /** Assigns it to the successor of a user who leaves, in any status. */
    public OpportunityEvent handOver(Ref person, Instant now) {
        boolean alone = opportunity.collaborationId() == null;
        opportunity.update(opportunity.pipeline().assignedTo(alone ? person.id() : null));
        opportunity.touch(now);
        return new OpportunityEvent.Assigned(EventSubject.of(opportunity), person, now);
    }

    public OpportunityEvent hold(String why, Party by, Instant now) {
        opportunity.move(Transition.HOLD, by, now);
        return new OpportunityEvent.Held(EventSubject.of(opportunity), why, now);
    }

    public OpportunityEvent resume(Party by, Instant now) {
        opportunity.move(Transition.RESUME, by, now);
        return new OpportunityEvent.Resumed(EventSubject.of(opportunity), now);
    }

    /** The partner returns it to the vendor. */
    public OpportunityEvent giveBack(ReturnReason code, String why, Party by, Instant now) {
        OpportunityAction.RETURN.require(opportunity.situation(by));
        var on = opportunity.leave(Transition.RETURN, code.name(), why, by, now);
        return new OpportunityEvent.Returned(on, code.name(), why, now);
    }

    public OpportunityEvent takeBack(String why, Party by, Instant now) {
        var on = opportunity.leave(Transition.TAKE_BACK, null, why, by, now);
        return new OpportunityEvent.TakenBack(on, null, why, now);
    }

    /** The system takes it back from a partner that has been inactive for too long. */
    public OpportunityEvent takeBackInactive(Instant now) {
        var on = opportunity.leave(Transition.TAKE_BACK, INACTIVE, null, Party.SYSTEM, now);
        return new OpportunityEvent.TakenBack(on, INACTIVE, null, now);
    }

    /** A partner now sees what was masked before it accepted. */
    public OpportunityEvent reveal(Ref partner, Set<MaskedField> fields, Instant now) {
        var names = fields.stream()
                .map(field -> new EventDetails.FieldChange(field.name(), null, null))
                .toList();
        return new OpportunityEvent.Revealed(EventSubject.of(opportunity, partner.id()), partner, names, now);
    }

    /** Raises an alert. */
    public OpportunityEvent alert(Alert alert, Instant now) {
        return new OpportunityEvent.Alerted(EventSubject.of(opportunity), alert, now);
    }
}
