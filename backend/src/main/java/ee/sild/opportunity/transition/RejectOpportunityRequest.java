package ee.sild.opportunity.transition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why staff do not want what a partner brought. */
public record RejectOpportunityRequest(
        @NotBlank @Size(max = 2000) String reason) {}
