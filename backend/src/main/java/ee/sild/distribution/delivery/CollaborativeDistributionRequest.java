package ee.sild.distribution.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.collaboration.AddCollaboratorRequest;
import ee.sild.platform.Multiline;
import ee.sild.platform.problem.Violations;

/** Gives an opportunity to several partners. */
public record CollaborativeDistributionRequest(
        @Schema(enumeration = "COLLABORATION") String method,

        @NotNull @Size(min = 1, max = 50) @Schema(description = "The partners that will collaborate")
        List<@NotNull UUID> partnerIds,

        @Schema(
                nullable = true,
                description = "The lead partner; of the partners, only the lead can close and extend the opportunity")
        UUID leadPartnerId,

        @Schema(
                nullable = true,
                description = "Whether each partner has to accept first; if omitted, all join immediately")
        Boolean askEach,

        @Multiline @Size(max = 2000) @Schema(nullable = true, description = "A message to the partner")
        String message,

        @Schema(
                nullable = true,
                description = "The time by which the partner must answer; defaults to the answer time of its tier")
        Instant answerBy,

        @Multiline
        @Size(max = 2000)
        @Schema(
                nullable = true,
                description = "Why it is given to partners that rules exclude. Staff and a partner whose "
                        + "exclusivity is overridden read it")
        String overrideReason)
        implements DistributeOpportunityRequest {

    private boolean asks() {
        return Boolean.TRUE.equals(askEach);
    }

    /** How each of the partners is added, in the order of the request. */
    Map<UUID, AddCollaboratorRequest> toAdd() {
        var requests = new LinkedHashMap<UUID, AddCollaboratorRequest>();
        partnerIds.forEach(partner -> requests.put(partner, toAdd(partner)));
        return requests;
    }

    private AddCollaboratorRequest toAdd(UUID partner) {
        return new AddCollaboratorRequest(partner.equals(leadPartnerId), asks(), message, answerBy, overrideReason);
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
