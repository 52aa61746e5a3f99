package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Violations;

/** Gives an opportunity to several partners. */
public record CollaborativeDistributionRequest(
        @Schema(enumeration = "COLLABORATION") String method,

        @NotNull @Size(min = 1, max = 50) @Schema(description = "The partners that are to work on it together")
        List<@NotNull UUID> partnerIds,

        @Schema(nullable = true, description = "The one that leads: it alone of the partners may close and extend")
        UUID leadPartnerId,

        @Schema(
                nullable = true,
                description = "Whether each of them has to accept first; they work on it at once where left out")
        Boolean askEach,

        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner")
        String message,

        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out")
        Instant answerBy)
        implements DistributeOpportunityRequest {

    public boolean asks() {
        return Boolean.TRUE.equals(askEach);
    }

    @Override
    public void check(Instant now, Violations violations) {
        violations.addIf(
                leadPartnerId != null && (asks() || !partnerIds.contains(leadPartnerId)),
                "/leadPartnerId",
                "lead.one-of-them");
        DistributeOpportunityRequest.super.check(now, violations);
    }
}
