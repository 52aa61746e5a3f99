package ee.sild.registration.conflict;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.registration.approval.ApprovalPreview;

/** Whether exclusivity can be had. A partner hears this much and nothing of whose it is. */
public record ProtectionView(
        Protection result,

        @Schema(nullable = true, description = "With `PROTECTED`")
        Instant protectedUntil,

        @Schema(nullable = true, description = "What is in the way; for the vendor only")
        List<ConflictView> conflicts,

        @Schema(nullable = true, description = "Who would decide, and by when; for a partner that may ask")
        ApprovalPreview approval) {}
