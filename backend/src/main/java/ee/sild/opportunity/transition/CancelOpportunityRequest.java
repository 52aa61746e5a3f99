package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** Why an opportunity is canceled. */
public record CancelOpportunityRequest(
        @NotBlank @Multiline @Size(max = 2000) String reason) {}
