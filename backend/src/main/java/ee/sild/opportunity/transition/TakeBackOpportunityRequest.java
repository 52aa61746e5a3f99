package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the vendor takes back an opportunity. */
public record TakeBackOpportunityRequest(
        @NotBlank @Size(max = 2000) String reason) {}
