package ee.sild.distribution.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;
import ee.sild.platform.http.Versioned;

/** One offer of one opportunity to one partner. */
public record OfferView(
        UUID id,
        Ref opportunity,
        Ref partner,
        OfferStatus status,
        OfferDeliveryView delivery,

        @Schema(description = "The time by which it must be answered")
        Instant answerBy,

        OfferAnswerView answer,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) String reasonCode,
        @Schema(nullable = true) String reason,

        @Schema(description = "Whether matching selected the partner; `matching-run` explains why")
        boolean matched,

        @Schema(description = "The actions that the caller can take")
        List<OfferAction> actions,

        long version)
        implements Identified, Versioned {

    /** Creates the view from database values; {@link #forCaller} adds the caller's actions. */
    public OfferView(
            UUID id,
            Ref opportunity,
            Ref partner,
            OfferStatus status,
            OfferDeliveryView delivery,
            Instant answerBy,
            OfferAnswerView answer,
            Instant endedAt,
            String reasonCode,
            String reason,
            UUID matchingRunId,
            long version) {
        this(
                id,
                opportunity,
                partner,
                status,
                delivery,
                answerBy,
                answer,
                endedAt,
                reasonCode,
                reason,
                matchingRunId != null,
                List.of(),
                version);
    }

    OfferView forCaller(List<OfferAction> open) {
        return new OfferView(
                id,
                opportunity,
                partner,
                status,
                delivery,
                answerBy,
                answer,
                endedAt,
                reasonCode,
                reason,
                matched,
                open,
                version);
    }
}
