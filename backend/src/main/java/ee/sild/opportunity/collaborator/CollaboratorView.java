package ee.sild.opportunity.collaborator;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** One of the partners that work on an opportunity together. */
public record CollaboratorView(
        Ref partner,

        @Schema(description = "Whether it leads; of the partners, only the lead can close and extend the opportunity")
        boolean lead,

        @Schema(nullable = true, description = "The partner's user that it is assigned to")
        Ref person,

        @Schema(nullable = true, description = "When it joined; null while it has not accepted")
        Instant joinedAt,

        @Schema(nullable = true, description = "The time by which it must answer; null if it has joined")
        Instant answerBy,

        @Schema(description = "The offer through which it joined")
        UUID distributionId) {}
