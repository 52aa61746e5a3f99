package ee.sild.opportunity.view;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.platform.Ref;

/** Who is responsible for an opportunity, at the vendor and at its partners. */
public record AssignmentView(
        @Schema(nullable = true, description = "The staff user who is responsible")
        Ref owner,

        @Schema(nullable = true, description = "The managing partner; in a collaboration, the lead")
        Ref partner,

        @Schema(nullable = true, description = "The partner's user that it is assigned to")
        Ref assignee,

        @Schema(description = "Whether several partners collaborate")
        boolean shared,

        @Schema(
                description =
                        "The partners that work on it together, the lead first; for staff also those that are asked to")
        List<CollaboratorView> collaborators) {

    /** In a collaboration, a partner sees its own assignee. */
    static AssignmentView of(Opportunity opportunity, OpportunityRelations relations) {
        boolean shared = opportunity.collaborationId() != null;
        var leading = relations.collaborators().stream()
                .filter(CollaboratorView::lead)
                .map(CollaboratorView::partner)
                .findFirst()
                .orElse(null);
        return new AssignmentView(
                relations.owner(),
                shared ? leading : relations.partner(),
                relations.assignee(),
                shared,
                relations.collaborators());
    }
}
