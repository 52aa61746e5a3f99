package ee.sild.registration.approval;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A step of an approval, in order. */
public record ApprovalStepView(
        Approver approver,

        @Schema(nullable = true, description = "The named approver; null if any user of the role can decide")
        Ref person,

        @Schema(nullable = true, description = "Who approved the step")
        Ref decidedBy,

        @Schema(nullable = true) Instant decidedAt) {}
