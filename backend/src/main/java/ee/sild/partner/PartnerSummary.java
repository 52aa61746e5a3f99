package ee.sild.partner;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;

/** A partner in a list. */
public record PartnerSummary(
        UUID id,
        @Schema(examples = "Põhjala Süsteemid OÜ") String name,
        @Schema(examples = "EE") String country,
        PartnerStatus status,
        @Schema(nullable = true) Ref tier,
        @Schema(nullable = true) Ref channelManager,
        @Schema(nullable = true) Integer capacity,

        @Schema(description = "The number of opportunities that the partner is working on")
        long open,

        Instant updatedAt)
        implements Identified {

    public PartnerSummary {
        tier = Ref.orNull(tier);
        channelManager = Ref.orNull(channelManager);
    }
}
