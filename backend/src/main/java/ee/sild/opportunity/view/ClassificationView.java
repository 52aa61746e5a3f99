package ee.sild.opportunity.view;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.platform.Ref;

/** How an opportunity is classified, which matching and the distribution rules use. */
public record ClassificationView(
        List<Ref> productLines,
        List<Ref> requiredCompetencies,
        @Schema(nullable = true) Ref territory,
        @Schema(nullable = true) Ref industry) {}
