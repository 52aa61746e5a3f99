package ee.sild.registration.conflict;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.registration.approval.ApprovalPreview;

/** Whether exclusivity is available. A partner sees only this, never who has it. */
public record ProtectionView(
        Protection result,

        @Schema(nullable = true, description = "When the protection ends; only with `PROTECTED`")
        Instant protectedUntil,

        @Schema(nullable = true, description = "The conflicts; visible to the vendor only")
        List<ConflictView> conflicts,

        @Schema(nullable = true, description = "Who would decide, and by when; for partners that can register the deal")
        ApprovalPreview approval) {}
