package ee.sild.distribution.run;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Multiline;

/** The changes to what a run proposed. */
public record ConfirmDistributionRunRequest(
        @Size(max = 500)
        @Schema(
                nullable = true,
                description = "The opportunities whose proposed partner is replaced or that are left out")
        List<@NotNull @Valid Choice> choices) {

    /** A partner other than the proposed one. */
    @Schema(name = "DistributionChoice", description = "A partner to use instead of the proposed one")
    public record Choice(
            @NotNull UUID opportunityId,

            @Schema(nullable = true, description = "The partner to offer it to; null to leave the opportunity out")
            UUID partnerId,

            @Multiline
            @Size(max = 2000)
            @Schema(
                    nullable = true,
                    description = "Why it is offered to a partner that rules exclude. Staff and a partner whose "
                            + "exclusivity is overridden read it")
            String overrideReason) {}
}
