package ee.sild.opportunity.view;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.identity.Users;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.CollaboratorView;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partners;

/** Shows who is responsible for an opportunity. */
@ApplicationScoped
class AssignmentViews {

    private final Collaborators collaborators;
    private final Partners partners;
    private final Users users;

    AssignmentViews(Collaborators collaborators, Partners partners, Users users) {
        this.collaborators = collaborators;
        this.partners = partners;
        this.users = users;
    }

    /** In a collaboration, a partner sees its own assignee. */
    AssignmentView of(Opportunity opportunity, Optional<Collaborator> collaborator) {
        boolean shared = opportunity.collaborationId() != null;
        var together = collaborators.views(opportunity.collaborationId());
        var leading = together.stream()
                .filter(CollaboratorView::lead)
                .map(CollaboratorView::partner)
                .findFirst()
                .orElse(null);
        return new AssignmentView(
                users.ref(opportunity.ownerId()),
                shared ? leading : partners.ref(opportunity.partnerId()),
                users.ref(
                        shared
                                ? collaborator.map(Collaborator::partnerUserId).orElse(null)
                                : opportunity.pipeline().assignee()),
                shared,
                together);
    }
}
