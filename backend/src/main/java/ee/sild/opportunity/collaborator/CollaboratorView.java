package ee.sild.opportunity.collaborator;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** One of the partners that work on an opportunity together. */
public record CollaboratorView(
        Ref partner,

        @Schema(description = "Whether it leads: it alone of the partners may close and extend")
        boolean lead,

        @Schema(nullable = true, description = "Who of the partner works on it")
        Ref person,

        @Schema(nullable = true, description = "Since when it works on it; null while it is asked to")
        Instant joinedAt,

        @Schema(nullable = true, description = "When it has to answer; null where it has joined")
        Instant answerBy,

        @Schema(description = "The offer by which it came") UUID distributionId) {}
