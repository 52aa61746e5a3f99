package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The changes to what a run proposed. */
public record ConfirmDistributionRunRequest(
        @Size(max = 500)
        @Schema(nullable = true, description = "The opportunities for which another partner, or none, is chosen")
        List<@NotNull @Valid Choice> choices) {

    /** A partner other than the proposed one. */
    @Schema(name = "DistributionChoice", description = "Another partner than the one that was proposed")
    public record Choice(
            @NotNull UUID opportunityId,

            @Schema(nullable = true, description = "Null to leave it out")
            UUID partnerId) {}
}
