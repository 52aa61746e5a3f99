package ee.sild.opportunity.view;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.platform.Ref;

/** Who is responsible for an opportunity, at the vendor and at its partners. */
public record AssignmentView(
        @Schema(nullable = true, description = "The staff user who looks after it")
        Ref owner,

        @Schema(nullable = true, description = "The partner that manages it; of several, the one that leads")
        Ref partner,

        @Schema(nullable = true, description = "The partner's user who works on it")
        Ref assignee,

        @Schema(description = "Whether several partners work on it together")
        boolean shared,

        @Schema(
                description =
                        "The partners that work on it together, the lead first; for staff also those that are asked to")
        List<CollaboratorView> collaborators) {}
