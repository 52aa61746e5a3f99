package ee.sild.registration.approval;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** One step of the approval of a registration: who may take it, and who has taken it. */
@Embeddable
record ApprovalStep(@Enumerated(EnumType.STRING) Approver approver, UUID userId, UUID decidedBy, Instant decidedAt) {

    /** The steps if no rule says who decides. */
    static final List<ApprovalStep> BY_DEFAULT = List.of(of(Approver.CHANNEL_MANAGER, null));

    static ApprovalStep of(Approver approver, UUID userId) {
        return new ApprovalStep(approver, userId, null, null);
    }

    /** A step of a rule that nobody has taken. */
    static ApprovalStep open(ApprovalRule.Step step) {
        return of(step.approver(), step.userId());
    }

    boolean isTaken() {
        return decidedBy != null;
    }

    ApprovalStep takenBy(UUID who, Instant when) {
        return new ApprovalStep(approver, userId, who, when);
    }

    boolean isFor(CurrentUser user) {
        if (user.role() == Role.ADMIN) {
            return true;
        }
        return userId == null
                ? approver != Approver.ADMIN && user.role() == Role.CHANNEL_MANAGER
                : userId.equals(user.id());
    }
}
