package ee.sild.reference;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day without business hours, or a short day with hours of its own. */
@Embeddable
public record Holiday(
        @NotNull @Schema(examples = "2027-02-24") LocalDate day,

        @NotBlank @Size(max = 100) @Schema(examples = "Independence Day")
        String name,

        @Pattern(regexp = OpeningHours.TIME)
        @Schema(
                nullable = true,
                description = "When it opens on a short day. A day with several hours has an entry for each; without "
                        + "hours, it is closed all day.")
        String opens,

        @Pattern(regexp = OpeningHours.END)
        @Schema(nullable = true, description = "When it closes on a short day, as in the hours of the week")
        String closes) {

    /** A day without business hours. */
    public static Holiday closed(LocalDate day, String name) {
        return new Holiday(day, name, null, null);
    }

    boolean hasHours() {
        return opens != null;
    }
}
