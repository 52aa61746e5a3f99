package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import ee.sild.platform.Multiline;

/** Why staff reject an opportunity that a partner created. */
public record RejectOpportunityRequest(
        @NotBlank @Multiline @Size(max = 2000) String reason) {}
