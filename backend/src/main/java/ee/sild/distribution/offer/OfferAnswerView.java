package ee.sild.distribution.offer;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** Who has answered an offer, and when. */
public record OfferAnswerView(
        @Schema(nullable = true) Ref by,
        @Schema(nullable = true) Instant at) {

    public OfferAnswerView {
        by = Ref.orNull(by);
    }
}
