package ee.sild.distribution.collaboration;

import java.time.Instant;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Violations;

/** How a partner is added to a collaboration. */
public record AddCollaboratorRequest(
        @Schema(
                nullable = true,
                description =
                        "Whether it leads: it alone of the partners may close and extend. As it is where left out")
        Boolean lead,

        @Schema(nullable = true, description = "Whether it has to accept first; it works on it at once where left out")
        Boolean ask,

        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner")
        String message,

        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out")
        Instant answerBy) {

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
