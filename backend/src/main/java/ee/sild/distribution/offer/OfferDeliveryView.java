package ee.sild.distribution.offer;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** How a partner got an offer. */
public record OfferDeliveryView(
        @Schema(nullable = true) Ref by,
        Instant at,

        @Schema(nullable = true, description = "The message to the partner")
        String message) {

    public OfferDeliveryView {
        by = Ref.orNull(by);
    }
}
