package ee.sild.settings;

import java.time.LocalDate;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file with reference rates of the European Central Bank, and what to take from it. */
@SuppressWarnings("ArrayRecordComponent")
public record ImportRatesRequest(
        @NotNull
        @Schema(
                type = SchemaType.STRING,
                format = "byte",
                description = "The file in Base64, at most 10 MiB: the bank's XML or CSV",
                examples = "RGF0ZSwgVVNELCAKMjcgTm92ZW1iZXIgMjAyNiwgMS4wNTY3LCAK")
        byte[] content,

        @Size(max = 100) @Schema(nullable = true, description = "The currencies to import; all of the file if omitted")
        Set<@NotNull @Pattern(regexp = "[A-Z]{3}") String> currencies,

        @Schema(nullable = true, description = "The first day to import; that of the file if omitted")
        LocalDate from,

        @Schema(nullable = true, description = "Whether to only count what the import would do")
        Boolean dryRun) {

    public ImportRatesRequest {
        currencies = currencies == null ? Set.of() : currencies;
        dryRun = dryRun != null && dryRun;
    }
}
