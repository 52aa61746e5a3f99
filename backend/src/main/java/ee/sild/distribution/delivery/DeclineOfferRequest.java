package ee.sild.distribution.delivery;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.distribution.offer.DeclineReason;
import ee.sild.platform.Multiline;
import ee.sild.platform.problem.Invalid;

/** Why the partner declines an offer. */
public record DeclineOfferRequest(
        @NotNull DeclineReason reasonCode,

        @Multiline
        @Size(max = 2000)
        @Schema(nullable = true, description = "The reason in the partner's words; required for `OTHER`")
        String reason) {

    /** Throws if {@code OTHER} comes without a reason. */
    void check() {
        if (reasonCode == DeclineReason.OTHER && (reason == null || reason.isBlank())) {
            throw new Invalid("/reason", "required");
        }
    }
}
