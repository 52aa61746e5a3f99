package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.platform.problem.Violations;

/** Who gets an opportunity, and how. */
public record DistributeOpportunityRequest(
        @Schema(
                nullable = true,
                description = "How the partner is found: `DIRECT`, where it is left out, is the one that is named")
        DistributionMethod method,

        @Valid
        @Schema(
                nullable = true,
                description = "For the methods that find the partner themselves: other weights than the usual ones")
        MatchingWeights weights,

        @Schema(
                nullable = true,
                description = "With `DIRECT`: the partner that it is offered to; otherwise send `partnerIds`")
        UUID partnerId,

        @Size(min = 1, max = 50)
        @Schema(
                nullable = true,
                description = "Several partners that are to work on it together; otherwise send `partnerId`")
        List<@NotNull UUID> partnerIds,

        @Schema(
                nullable = true,
                description = "The one of several that leads: it alone of the partners may close and extend")
        UUID leadPartnerId,

        @Schema(
                nullable = true,
                description = "Whether each of several has to accept first; they work on it at once where left out")
        Boolean askEach,

        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner")
        String message,

        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out")
        Instant answerBy) {

    boolean namesPartners() {
        return method == null || method == DistributionMethod.DIRECT;
    }

    public boolean asks() {
        return Boolean.TRUE.equals(askEach);
    }

    public List<UUID> several() {
        return partnerIds == null ? List.of() : partnerIds;
    }

    /** Adds violations for contradicting fields. */
    void check(Instant now, Violations violations) {
        violations
                .addIf(method == DistributionMethod.POOL, "/method", "method.pool")
                .addIf(!namesPartners() && partnerId != null, "/partnerId", "partner.found")
                .addIf(!namesPartners() && partnerIds != null, "/partnerIds", "partner.found")
                .addIf(namesPartners() && (partnerId == null) == (partnerIds == null), "/partnerId", "partner.one")
                .addIf(
                        leadPartnerId != null && (asks() || !several().contains(leadPartnerId)),
                        "/leadPartnerId",
                        "lead.one-of-them")
                .addIf(answerBy != null && !answerBy.isAfter(now), "/answerBy", "past");
    }
}
