package ee.sild.opportunity.transition;

import java.time.LocalDate;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.LostReason;
import ee.sild.platform.Money;
import ee.sild.platform.Multiline;

/** How an opportunity ended. */
public record CloseOpportunityRequest(
        @NotNull Outcome outcome,

        @Valid @Schema(nullable = true, description = "Needed for `WON`, in the opportunity's currency")
        Money actualValue,

        @Schema(nullable = true, description = "Today where left out; not in the future")
        LocalDate closedOn,

        @Schema(nullable = true, description = "Needed for `LOST`")
        LostReason reasonCode,

        @Multiline @Size(max = 2000) @Schema(nullable = true)
        String reason) {}
