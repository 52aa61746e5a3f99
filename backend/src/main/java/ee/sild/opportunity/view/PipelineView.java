package ee.sild.opportunity.view;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.state.Phase;

/** Where an opportunity stands in the pipeline, and until when it is to be closed. */
public record PipelineView(
        @Schema(nullable = true) Phase phase,
        @Schema(nullable = true, description = "Percent") Integer probability,
        @Schema(nullable = true) LocalDate estimatedCloseDate,

        @Schema(nullable = true, description = "When a partner started to work on it")
        Instant acceptedAt,

        @Schema(nullable = true, description = "The date by which it is to be closed")
        LocalDate dueOn,

        @Schema(description = "How many times that date was moved")
        int extensions,

        @Schema(
                nullable = true,
                description = "The latest date that a partner may set by itself; what goes further is "
                        + "asked of the vendor. Null where all is")
        LocalDate extendableUntil,

        @Schema(nullable = true, description = "More time that the partner asks for")
        ExtensionRequestView extensionRequest) {}
