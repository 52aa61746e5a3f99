package ee.sild.opportunity.view;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** A partner's request for more time than it may take by itself. It waits for the vendor. */
public record ExtensionRequestView(
        @Schema(description = "The requested date") LocalDate dueOn,
        @Schema(nullable = true) String reason,
        Ref requestedBy,
        Instant requestedAt) {}
