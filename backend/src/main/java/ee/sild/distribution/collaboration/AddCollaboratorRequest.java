package ee.sild.distribution.collaboration;

import java.time.Instant;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;
import ee.sild.platform.problem.Violations;

/** How a partner is added to a collaboration. */
public record AddCollaboratorRequest(
        @Schema(
                nullable = true,
                description = "Whether the partner leads; only the lead partner can close and extend the "
                        + "opportunity. Unchanged if omitted")
        Boolean lead,

        @Schema(nullable = true, description = "Whether the partner has to accept first; if omitted, it joins at once")
        Boolean ask,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "A message to the partner")
        String message,

        @Schema(
                nullable = true,
                description = "The time by which the partner must answer; defaults to the answer time of its " + "tier")
        Instant answerBy,

        @Multiline
        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Why a partner that rules exclude is added. Staff and a partner whose exclusivity is "
                        + "overridden read it")
        String overrideReason) {

    boolean asks() {
        return Boolean.TRUE.equals(ask);
    }

    boolean leads() {
        return Boolean.TRUE.equals(lead);
    }

    /** Adds violations for contradicting fields. */
    void check(Instant now, Violations violations) {
        violations
                .addIf(asks() && leads(), "/lead", "lead.one-of-them")
                .addIf(answerBy != null && !answerBy.isAfter(now), "/answerBy", "past");
    }
}
