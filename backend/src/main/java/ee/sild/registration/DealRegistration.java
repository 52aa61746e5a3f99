package ee.sild.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;

import ee.sild.opportunity.Opportunity;
import ee.sild.platform.security.Caller;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.RegistrationStatus.Party;
import ee.sild.registration.RegistrationStatus.Transition;
import ee.sild.registration.approval.Approval;

import static jakarta.persistence.EnumType.STRING;

/**
 * A partner's request for exclusivity: to be the only one that sells some product lines to a customer for a period. The
 * database ensures that no two are approved for the same customer and product line at any instant.
 */
@Entity
public class DealRegistration extends RegistrationState {

    @Enumerated(STRING)
    private RegistrationStatus status;

    @Embedded
    private Submission submission;

    @Embedded
    private Approval approval;

    @Embedded
    private Decision decision = Decision.none();

    @Embedded
    private ExclusivityPeriod exclusivity = new ExclusivityPeriod();

    protected DealRegistration() {
        // for Hibernate
    }

    public DealRegistration(
            String number,
            Opportunity on,
            String customerName,
            Collection<UUID> productLines,
            Submission submission,
            Approval approval) {
        super(number, on, customerName, Set.copyOf(productLines));
        this.status = RegistrationStatus.SUBMITTED;
        this.submission = submission;
        this.approval = approval;
    }

    /** Throws if the caller may not take the action now. */
    public void require(RegistrationAction action, CurrentUser user) {
        action.require(this, user, Integer.MAX_VALUE);
    }

    private void execute(RegistrationAction action, CurrentUser by) {
        require(action, by);
        status = status.after(action.transition(), Party.of(by));
    }

    /** Submits it again after a request for more information, or once after a rejection. */
    public void resubmit(String comment, Approval how, CurrentUser by, Instant now) {
        boolean afterRejection = status == RegistrationStatus.REJECTED;
        execute(RegistrationAction.RESUBMIT, by);
        submission = submission.again(comment, by.id(), now, afterRejection);
        approval = how;
        decision = Decision.none();
    }

    /** Approves the registration: by the last approver, or automatically without a caller. */
    public void approve(Instant until, Instant remind, CurrentUser by, Instant now) {
        execute(RegistrationAction.APPROVE, by);
        var approver = approver(by);
        approval.agree(approver, now);
        decision = Decision.of(null, null, approver, now);
        exclusivity.start(now, until, remind);
    }

    public void reject(RefusalReason code, String why, CurrentUser by, Instant now) {
        execute(RegistrationAction.REJECT, by);
        decision = Decision.of(code.name(), why, by.id(), now);
    }

    public void requestInformation(List<RequestedField> fields, String what, CurrentUser by, Instant now) {
        execute(RegistrationAction.REQUEST_INFORMATION, by);
        decision = Decision.asking(fields, what, by.id(), now);
    }

    public void withdraw(CurrentUser by) {
        execute(RegistrationAction.WITHDRAW, by);
    }

    /** Asks for approval of a material change. What was approved holds until then. */
    public void requestChange(RegistrationScope next, Set<UUID> lines, Approval how, CurrentUser by, Instant now) {
        await(ScopeChange.to(next, by.id(), now), lines);
        approval = how;
    }

    /** Approves the pending change: by the last approver, or automatically without a caller. */
    public void approveChange(CurrentUser by, Instant now) {
        execute(RegistrationAction.APPROVE_CHANGE, by);
        var approver = approver(by);
        approval.agree(approver, now);
        decision = Decision.of(null, null, approver, now);
        applyChange();
    }

    /** Rejects the pending change. What was approved before still holds. */
    public void rejectChange(RefusalReason code, String why, CurrentUser by, Instant now) {
        execute(RegistrationAction.REJECT_CHANGE, by);
        decision = Decision.of(code.name(), why, by.id(), now);
        dropChange();
    }

    public void withdrawChange(CurrentUser by) {
        execute(RegistrationAction.WITHDRAW_CHANGE, by);
        dropChange();
    }

    /** Forgets the pending change, if there is one. */
    public void dropChange() {
        if (change() != null) {
            forgetChange();
            approval.stop();
        }
    }

    private static UUID approver(CurrentUser by) {
        return Optional.ofNullable(by.callerOrNull()).map(Caller::id).orElse(null);
    }

    public void revoke(String why, CurrentUser by, Instant now) {
        execute(RegistrationAction.REVOKE, by);
        decision = Decision.of(null, why, by.id(), now);
        exclusivity.end(now);
        dropChange();
    }

    /** Ends it because its opportunity has ended or has passed to someone else. A pending one is withdrawn. */
    public void end(Transition how, String code, Instant now) {
        boolean granted = status == RegistrationStatus.APPROVED;
        status = status.after(granted ? how : Transition.WITHDRAW, Party.SYSTEM);
        decision = decision.because(code, granted ? null : decision.reason());
        if (granted) {
            exclusivity.end(now);
            dropChange();
        }
    }

    public void expire() {
        status = status.after(Transition.EXPIRE, Party.SYSTEM);
        exclusivity.dropExtensionRequest();
        dropChange();
    }

    public void reminded(Instant now) {
        exclusivity.reminded(now);
    }

    public void requestExtension(Instant until, String why, CurrentUser by, int maxExtensions, Instant now) {
        RegistrationAction.REQUEST_EXTENSION.require(this, by, maxExtensions);
        exclusivity.request(new ExtensionRequest(until, why, by.id(), now));
    }

    public void extend(Instant until, Instant remind, String why, CurrentUser by) {
        require(RegistrationAction.DECIDE_EXTENSION, by);
        exclusivity.extend(until, remind);
        decision = decision.because(decision.reasonCode(), why);
    }

    public void refuseExtension(String why, CurrentUser by) {
        require(RegistrationAction.DECIDE_EXTENSION, by);
        exclusivity.dropExtensionRequest();
        decision = decision.because(decision.reasonCode(), why);
    }

    /** Makes it exclusive again after it expired, if no one else has got exclusivity. */
    public void postpone(Instant until, Instant remind, CurrentUser by, Instant now) {
        execute(RegistrationAction.POSTPONE, by);
        decision = Decision.of(null, null, by.id(), now);
        exclusivity.start(now, until, remind);
    }

    public RegistrationStatus status() {
        return status;
    }

    Submission submission() {
        return submission;
    }

    public Approval approval() {
        return approval;
    }

    Decision decision() {
        return decision;
    }

    public ExclusivityPeriod exclusivity() {
        return exclusivity;
    }

    /** The end of its exclusivity; null if there was none. */
    public Instant exclusiveUntil() {
        return exclusivity.until();
    }

    /** Whether it or a change of its scope waits for a decision. */
    public boolean isAwaitingDecision() {
        return status == RegistrationStatus.SUBMITTED || isChangePending();
    }

    /** Whether this user has submitted it or asks for the pending change. */
    boolean isRequestedBy(UUID user) {
        return user.equals(submission.submittedBy()) || (change() != null && user.equals(change().requestedBy()));
    }
}
