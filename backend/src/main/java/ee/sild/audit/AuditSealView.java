package ee.sild.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of verifying the hash chain of the audit log. */
public record AuditSealView(
        @Schema(description = "How many events are sealed") long sealed,

        @Schema(description = "How many are not yet; those of the last seconds")
        long unsealed,

        @Schema(description = "The hash of the last one, in hex; keep it elsewhere to notice a chain that was cut")
        String hash,

        boolean whole,

        @Schema(nullable = true, description = "The first place where an event is not what was sealed")
        Long brokenAt) {}
