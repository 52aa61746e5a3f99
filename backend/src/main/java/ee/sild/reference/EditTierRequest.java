package ee.sild.reference;

import java.util.Map;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A level of the partner programme. */
public record EditTierRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "Gold")
        String name,

        @Schema(
                nullable = true,
                description = "The names in single languages, by their BCP 47 tags; `name` is for all others")
        Map<String, @NotBlank @Size(max = 100) String> names,

        @Min(1) @Max(100) @Schema(description = "The level of the tier; 1 is the highest", examples = "1")
        int level,

        @Min(1)
        @Max(2000)
        @Schema(
                description =
                        "The number of hours that a partner has to answer an offer. The calendar must have them within two years.",
                examples = "24")
        int answerHours,

        @Schema(nullable = true, description = "The calendar in which these hours elapse; around the clock if omitted")
        UUID calendarId,

        @Min(1)
        @Max(3650)
        @Schema(
                nullable = true,
                description = "The number of days for which a registration is exclusive; defaults to the "
                        + "standard period",
                examples = "120")
        Integer exclusivityDays,

        @Schema(
                nullable = true,
                description = "Partners that have a retired tier keep it, but it cannot be chosen any more")
        Boolean retired) {

    public EditTierRequest {
        names = names == null ? Map.of() : names;
        retired = retired != null && retired;
    }
}
