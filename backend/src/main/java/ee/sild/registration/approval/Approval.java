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

import ee.sild.platform.security.CurrentUser;

/**
 * The approval of a registration: what the rules said at submission, which later changes of the rules do not affect,
 * and its progress.
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

    Approval(ApprovalDecision verdict, Instant remindAt, Instant decideBy) {
        this.rule = verdict.rule();
        this.automatic = verdict.automatic();
        this.exclusivityDays = verdict.exclusivityDays();
        this.steps.addAll(verdict.steps());
        this.decisionRemindAt = remindAt;
        this.decideBy = decideBy;
    }

    /** The next step; empty if any approver may decide. */
    private Optional<ApprovalStep> next() {
        return steps.stream().filter(step -> !step.isTaken()).findFirst();
    }

    /** Whether this approver may take the next step. No one takes two. */
    public boolean isTurnOf(CurrentUser user) {
        return steps.stream().noneMatch(step -> user.id().equals(step.decidedBy()))
                && next().map(step -> step.isFor(user)).orElse(true);
    }

    public boolean isAtLastStep() {
        return steps.stream().filter(step -> !step.isTaken()).count() <= 1;
    }

    public void agree(UUID who, Instant now) {
        next().ifPresent(step -> steps.set(steps.indexOf(step), step.takenBy(who, now)));
    }

    /**
     * Handles a changed deal. If another rule now applies, it selects the approvers, and earlier approvals must be
     * given again. A registration already in manual review is not approved automatically. Returns whether the approvers
     * change.
     */
    public boolean replan(ApprovalDecision next) {
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

    /** A conflict prevents automatic approval, so users have to review it. */
    public void leaveToPeople() {
        automatic = false;
        steps.addAll(ApprovalStep.BY_DEFAULT);
    }

    /** Nothing is left to decide; who has approved a step stays known. */
    public void stop() {
        automatic = false;
        steps.removeIf(step -> !step.isTaken());
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

    /** How many days exclusivity lasts; null for the tier's or the default time. */
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
