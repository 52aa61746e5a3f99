package ee.sild.opportunity.view;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Alert;
import ee.sild.opportunity.state.Phase;

/** Where an opportunity stands in the pipeline, and until when it is to be closed. */
public record PipelineView(
        @Schema(nullable = true) Phase phase,

        @Schema(nullable = true, description = "Why it needs attention")
        Alert alert,

        @Schema(nullable = true, description = "The probability in percent")
        Integer probability,

        @Schema(nullable = true) LocalDate estimatedCloseDate,

        @Schema(nullable = true, description = "When a partner accepted it")
        Instant acceptedAt,

        @Schema(nullable = true, description = "The due date")
        LocalDate dueOn,

        @Schema(description = "How many times the due date was extended")
        int extensions,

        @Schema(
                nullable = true,
                description = "The latest due date that a partner can set without a request; "
                        + "null if it always has to request")
        LocalDate extendableUntil,

        @Schema(nullable = true, description = "The partner's extension request")
        ExtensionRequestView extensionRequest) {}
