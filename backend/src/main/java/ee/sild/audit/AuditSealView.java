package ee.sild.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of verifying the hash chain of the audit log. */
public record AuditSealView(
        @Schema(description = "The number of events that have been sealed so far, including those of removed months")
        long sealed,

        @Schema(description = "The number of events that are not sealed yet, those of the last seconds")
        long unsealed,

        @Schema(
                description = "The hash of the last sealed event, in hexadecimal. Store it elsewhere to detect "
                        + "a truncated chain")
        String hash,

        boolean whole,

        @Schema(
                nullable = true,
                description = "The position of the first event that does not match its seal; null if all match")
        Long brokenAt,

        @Schema(
                nullable = true,
                description = "Every event that was sealed before this time has been verified since. The time of this "
                        + "request if it could verify all; otherwise about a day ago; null before the first time")
        Instant verifiedSince) {}
