package ee.sild.customer.duplicate;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The record to merge, and which of its fields to keep. */
public record MergeCustomersRequest(
        @NotNull
        @Schema(description = "The customer to merge; it is removed, and everything that belongs to it is moved")
        UUID duplicateId,

        @Size(max = 10)
        @Schema(
                nullable = true,
                description = "The fields to take from the merged customer even if both have a value. Fields "
                        + "that are empty in the remaining customer are always taken")
        List<@NotNull CustomerField> take) {

    public MergeCustomersRequest {
        take = take == null ? List.of() : take;
    }
}
