package ee.sild.opportunity;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an opportunity is classified, which matching and the distribution rules use. */
public record ClassificationRequest(
        @Size(max = 50) @Schema(nullable = true) Set<@NotNull UUID> productLineIds,

        @Size(max = 50) @Schema(nullable = true, description = "Staff only")
        Set<@NotNull UUID> requiredCompetencyIds,

        @Schema(nullable = true, description = "Staff only") UUID territoryId,
        @Schema(nullable = true) UUID industryId) {

    static final ClassificationRequest NONE = new ClassificationRequest(null, null, null, null);

    public ClassificationRequest {
        productLineIds = productLineIds == null ? Set.of() : productLineIds;
        requiredCompetencyIds = requiredCompetencyIds == null ? Set.of() : requiredCompetencyIds;
    }

    static ClassificationRequest of(OpportunityDetails details) {
        return new ClassificationRequest(
                Set.copyOf(details.productLines()),
                Set.copyOf(details.requiredCompetencies()),
                details.territoryId(),
                details.industryId());
    }
}
