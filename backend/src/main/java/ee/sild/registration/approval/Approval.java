package ee.sild.registration.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;

import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.security.CurrentUser;

/**
 * How a registration is decided on: what the rules said when it was submitted, which later changes of the rules do not
 * touch, and how far it has come.
 */
@Embeddable
public class Approval {

    private String rule;
    private boolean automatic;
    private Integer exclusivityDays;
    private Instant decideBy;
    private Instant decisionRemindAt;
    private boolean decisionReminded;
    private boolean overdueTold;

    @ElementCollection
    @CollectionTable(name = "deal_registration_step", joinColumns = @JoinColumn(name = "registration_id"))
    @OrderColumn(name = "position")
    private List<ApprovalStep> steps = new ArrayList<>();

    protected Approval() {
        // for Hibernate
    }

    Approval(Approvals.ApprovalDecision verdict, Instant remindAt, Instant decideBy) {
        this.rule = verdict.rule();
        this.automatic = verdict.automatic();
        this.exclusivityDays = verdict.exclusivityDays();
        this.steps.addAll(verdict.steps());
        this.decisionRemindAt = remindAt;
        this.decideBy = decideBy;
    }

    /** The step that is next; none where any who approve may. */
    private Optional<ApprovalStep> next() {
        return steps.stream().filter(step -> !step.isTaken()).findFirst();
    }

    /** Whether somebody who approves may take the next step. Nobody takes two. */
    public boolean isTurnOf(CurrentUser user) {
        return steps.stream().noneMatch(step -> user.id().equals(step.decidedBy()))
                && next().map(step -> step.isFor(user)).orElse(true);
    }

    public void requireTurn(CurrentUser user) {
        if (!isTurnOf(user)) {
            throw new NotAllowed("deal-registration.not-your-step");
        }
    }

    public boolean isAtLastStep() {
        return steps.stream().filter(step -> !step.isTaken()).count() <= 1;
    }

    public void agree(UUID who, Instant now) {
        next().ifPresent(step -> steps.set(steps.indexOf(step), step.takenBy(who, now)));
    }

    /**
     * The deal has changed. Where another rule fits it now, that rule says who decides, and those who have agreed do so
     * anew; what people look at already is not approved by itself any more. Answers whether others decide.
     */
    public boolean replan(Approvals.ApprovalDecision next) {
        if (Objects.equals(rule, next.rule()) || (next.automatic() && !automatic)) {
            return false;
        }
        rule = next.rule();
        automatic = next.automatic();
        exclusivityDays = next.exclusivityDays();
        steps.clear();
        steps.addAll(next.steps());
        return !automatic;
    }

    /** Something is in the way of what would be approved by itself, so that people have to look at it. */
    public void leaveToPeople() {
        automatic = false;
        steps.addAll(ApprovalStep.BY_DEFAULT);
    }

    public void reminded() {
        decisionReminded = true;
    }

    public void overdueTold() {
        overdueTold = true;
    }

    public String rule() {
        return rule;
    }

    public boolean isAutomatic() {
        return automatic;
    }

    /** How long exclusivity lasts; null for the tier's or the usual time. */
    public Integer exclusivityDays() {
        return exclusivityDays;
    }

    public Instant decideBy() {
        return decideBy;
    }

    public List<ApprovalStep> steps() {
        return steps;
    }
}
