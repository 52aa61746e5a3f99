package ee.sild.customer;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The record to merge, and which of its fields to keep. */
public record MergeCustomersRequest(
        @NotNull @Schema(description = "The record that goes; all that hangs on it goes over")
        UUID duplicateId,

        @Size(max = 10)
        @Schema(
                nullable = true,
                description = "What is taken from it though the record that stays has it too. What that "
                        + "one lacks is taken anyway")
        List<@NotNull CustomerField> take) {

    public MergeCustomersRequest {
        take = take == null ? List.of() : take;
    }
}
