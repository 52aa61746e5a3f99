package ee.sild.distribution.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

import ee.sild.distribution.offer.DeclineReason;
import ee.sild.platform.Multiline;

/** Offers that the partner declines, and why. */
public record DeclineOffersRequest(
        @NotNull @Size(min = 1, max = 100) @UniqueElements @Schema(description = "The IDs of the offers")
        List<@NotNull UUID> ids,

        @NotNull DeclineReason reasonCode,

        @Multiline
        @Size(max = 2000)
        @Schema(nullable = true, description = "The reason in the partner's words; required for `OTHER`")
        String reason) {

    DeclineOfferRequest each() {
        return new DeclineOfferRequest(reasonCode, reason);
    }
}
