package ee.sild.reference;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day without business hours. */
@Embeddable
public record Holiday(
        @NotNull @Schema(examples = "2027-02-24") LocalDate day,

        @NotBlank @Size(max = 100) @Schema(examples = "Independence Day")
        String name) {}
