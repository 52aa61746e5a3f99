package ee.sild.settings;

import java.time.ZoneId;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.problem.Invalid;
import ee.sild.platform.security.Role;

/** An update of the vendor's policies. */
public record EditPoliciesRequest(
        @NotNull
        @Size(max = 4)
        @Schema(
                description = "The fields that are masked until a partner accepts",
                examples = "[\"NAME\", \"EMAIL\", \"PHONE\", \"STREET\"]")
        List<@NotNull MaskedField> maskedFields,

        @Min(1)
        @Max(99)
        @Schema(
                nullable = true,
                description =
                        "The percentage of the answer time after which partners are reminded; never if " + "omitted",
                examples = "75")
        Integer reminderPercent,

        @Min(1)
        @Max(8760)
        @Schema(
                description = "The number of hours without partner activity after which an accepted "
                        + "opportunity is alerted as new",
                examples = "48")
        int newAfterHours,

        @Min(1)
        @Max(365)
        @Schema(
                description = "The number of days without partner activity after which an opportunity is "
                        + "alerted as stalled",
                examples = "21")
        int stalledAfterDays,

        @Min(1)
        @Max(730)
        @Schema(
                nullable = true,
                description = "The number of days without partner activity after which an opportunity is taken "
                        + "back; never if omitted")
        Integer takeBackAfterDays,

        @NotBlank
        @Size(max = 50)
        @Schema(
                description = "The time zone in which the vendor's days and years begin, such as for due dates and "
                        + "numbers; a name from the IANA time zone database",
                examples = "Europe/Tallinn")
        String timeZone,

        @NotNull
        @Size(max = 7)
        @Schema(
                description = "The roles whose users must have a second factor; until they have set it up, only their "
                        + "own account is accessible",
                examples = "[\"ADMIN\"]")
        List<@NotNull Role> secondFactorRoles) {

    /** Throws if there is no such time zone. */
    void check() {
        if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new Invalid("/timeZone", "unknown-reference");
        }
    }
}
