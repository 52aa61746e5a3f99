package ee.sild.opportunity.view;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Closing;

/** How an opportunity ended, or why the last partner does not have it anymore. */
public record OutcomeView(
        @Schema(nullable = true) Instant closedAt,

        @Schema(nullable = true, description = "The day on which it was won or lost")
        LocalDate closedOn,

        @Schema(nullable = true, description = "Why it was declined, returned or lost")
        String reasonCode,

        @Schema(nullable = true) String reason) {

    static OutcomeView of(Closing outcome) {
        return new OutcomeView(outcome.closedAt(), outcome.closedOn(), outcome.reasonCode(), outcome.reason());
    }
}
