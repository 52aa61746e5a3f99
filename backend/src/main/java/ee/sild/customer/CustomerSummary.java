package ee.sild.customer;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Identified;
import ee.sild.platform.Ref;

/** A customer in a list. */
public record CustomerSummary(
        UUID id,
        @Schema(examples = "Saarte Kalatööstus AS") String name,
        @Schema(examples = "EE") String country,
        @Schema(nullable = true) String city,
        @Schema(nullable = true) String registryCode,
        @Schema(nullable = true) Ref industry,
        Instant updatedAt)
        implements Identified {

    public CustomerSummary {
        industry = Ref.orNull(industry);
    }
}
