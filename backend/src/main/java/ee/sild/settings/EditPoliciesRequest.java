package ee.sild.settings;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An update of the vendor's policies. */
public record EditPoliciesRequest(
        @NotNull
        @Size(max = 4)
        @Schema(
                description = "What is kept from a partner until it has accepted",
                examples = "[\"NAME\", \"EMAIL\", \"PHONE\", \"STREET\"]")
        List<@NotNull MaskedField> maskedFields,

        @Min(1)
        @Max(99)
        @Schema(
                nullable = true,
                description =
                        "A partner is reminded once so many percent of its answer time are over; never where left out",
                examples = "75")
        Integer reminderPercent,

        @Min(1)
        @Max(8760)
        @Schema(
                description = "An accepted opportunity is alerted as new after so many hours in which its "
                        + "partner has done nothing",
                examples = "48")
        int newAfterHours,

        @Min(1)
        @Max(365)
        @Schema(
                description =
                        "An opportunity is alerted as stalled after so many days in which its partner has done nothing",
                examples = "21")
        int stalledAfterDays,

        @Min(1)
        @Max(730)
        @Schema(
                nullable = true,
                description = "It is taken back after so many days in which its partner has done nothing; "
                        + "never where left out")
        Integer takeBackAfterDays) {}
