package ee.sild.opportunity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the vendor takes it back. */
public record TakeBackOpportunity(
        @NotBlank @Size(max = 2000) String reason) {}
