package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** Why the vendor takes back an opportunity. */
public record TakeBackOpportunityRequest(
        @NotBlank @Multiline @Size(max = 2000) String reason) {}
