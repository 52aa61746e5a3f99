package ee.sild.registration.approval;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** A rule for who decides on registrations. A missing condition is met. */
public record ApprovalRuleRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Small deals of gold partners")
        String name,

        @Size(max = 200) @UniqueElements @Schema(nullable = true, description = "The tiers of the partner")
        List<@NotNull UUID> tierIds,

        @Size(max = 200)
        @UniqueElements
        @Schema(
                nullable = true,
                description = "The territories of the deal, including their subterritories. If the deal has "
                        + "none, the territories of the partner count")
        List<@NotNull UUID> territoryIds,

        @Size(max = 200)
        @UniqueElements
        @Schema(nullable = true, description = "The product lines of which the deal has at least one")
        List<@NotNull UUID> productLineIds,

        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(nullable = true, description = "The minimum estimated value, in the base currency")
        BigDecimal valueFrom,

        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(nullable = true, description = "The maximum estimated value, in the base currency")
        BigDecimal valueTo,

        @NotNull
        @Size(max = 10)
        @Schema(
                description = "The approval steps, in order. Without any, a registration is approved "
                        + "automatically if there is no conflict")
        List<@NotNull @Valid ApprovalStepRequest> steps,

        @Min(1)
        @Max(3650)
        @Schema(
                nullable = true,
                description = "The number of days of exclusivity; defaults to that of the tier, or to the "
                        + "standard period")
        Integer exclusivityDays) {

    public ApprovalRuleRequest {
        tierIds = tierIds == null ? List.of() : tierIds;
        territoryIds = territoryIds == null ? List.of() : territoryIds;
        productLineIds = productLineIds == null ? List.of() : productLineIds;
    }

    /** Whether the maximum value, if there is one, is not below the minimum. */
    boolean hasRange() {
        return valueTo == null || valueFrom == null || valueTo.compareTo(valueFrom) >= 0;
    }
}
