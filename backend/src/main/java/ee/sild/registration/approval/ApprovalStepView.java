package ee.sild.registration.approval;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A step of an approval, in order. */
public record ApprovalStepView(
        Approver approver,

        @Schema(nullable = true, description = "Whose step it is, where it is somebody's by name")
        Ref person,

        @Schema(nullable = true, description = "Who has agreed")
        Ref decidedBy,

        @Schema(nullable = true) Instant decidedAt) {}
