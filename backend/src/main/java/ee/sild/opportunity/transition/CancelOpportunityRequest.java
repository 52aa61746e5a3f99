package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an opportunity is canceled. */
public record CancelOpportunityRequest(
        @NotBlank @Size(max = 2000) String reason) {}
