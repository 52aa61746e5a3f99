package ee.sild.distribution;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom an opportunity is offered. */
public record DistributeOpportunity(@NotNull UUID partnerId,
        @Size(max = 2000) @Schema(nullable = true, description = "A word to the partner") String message,
        @Schema(nullable = true, description = "When it has to be answered; by the partner's tier where left out") Instant answerBy) {
}
