package ee.sild.registration.approval;

import java.util.List;

/** The decision of the matching rule about a deal. */
public record ApprovalDecision(String rule, boolean automatic, List<ApprovalStep> steps, Integer exclusivityDays) {

    static final ApprovalDecision WITHOUT_RULE = new ApprovalDecision(null, false, ApprovalStep.BY_DEFAULT, null);
}
