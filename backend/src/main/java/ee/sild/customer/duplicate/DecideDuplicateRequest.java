package ee.sild.customer.duplicate;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether another customer is the same company. */
public record DecideDuplicateRequest(
        @NotNull @Schema(description = "The other customer") UUID duplicateId,

        @NotNull @Schema(description = "Whether both are one company")
        Boolean same) {}
