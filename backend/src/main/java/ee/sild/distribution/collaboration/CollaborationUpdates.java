package ee.sild.distribution.collaboration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import ee.sild.distribution.offer.OfferStatus;
import ee.sild.distribution.offer.OfferStatus.Transition;
import ee.sild.distribution.offer.Offers;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.OpportunityEvent.CollaboratorLeft;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.RowSecurity;

/**
 * Ends the collaboration when the work of all partners ends, and removes a partner that leaves. Unanswered requests to
 * join end too. The only partner that is left leads.
 */
@ApplicationScoped
class CollaborationUpdates {

    private final Collaboration collaboration;
    private final Opportunities opportunities;
    private final Collaborators collaborators;
    private final Offers offers;
    private final RowSecurity rows;

    CollaborationUpdates(
            Collaboration collaboration,
            Opportunities opportunities,
            Collaborators collaborators,
            Offers offers,
            RowSecurity rows) {
        this.collaboration = collaboration;
        this.opportunities = opportunities;
        this.collaborators = collaborators;
        this.offers = offers;
        this.rows = rows;
    }

    void onOpportunityEvent(@Observes @Priority(ObserverOrder.COLLABORATION) OpportunityEvent event) {
        boolean shared = event.on().collaborationId() != null;
        switch (event) {
            case OpportunityEvent.TakenBack _,
                    OpportunityEvent.Returned _,
                    OpportunityEvent.Declined _,
                    OpportunityEvent.Expired _,
                    OpportunityEvent.Recalled _ -> {
                if (shared) {
                    recallUnanswered(event);
                    collaborators.clear(event.on().opportunityId());
                }
            }
            case OpportunityEvent.Won _, OpportunityEvent.Lost _, OpportunityEvent.Canceled _ -> {
                if (shared) {
                    recallUnanswered(event);
                }
            }
            case CollaboratorLeft left -> leave(left);
            default -> {
                // no collaborator leaves
            }
        }
        switch (event) {
            case OpportunityEvent.Accepted _,
                    OpportunityEvent.Declined _,
                    OpportunityEvent.Expired _,
                    OpportunityEvent.Recalled _,
                    OpportunityEvent.CollaboratorRemoved _,
                    OpportunityEvent.Reopened _,
                    CollaboratorLeft _ ->
                collaboration.settleLead(opportunities.findById(event.on().opportunityId()), event.at());
            default -> {
                // as many partners as before, or several are added together
            }
        }
    }

    private void leave(CollaboratorLeft event) {
        var collaborator = collaborators
                .of(event.on().opportunityId(), event.partner().id())
                .orElseThrow(NotFound::new);
        offers.findById(collaborator.distributionId()).end(Transition.RETURN, event.at());
        collaborators.delete(collaborator);
    }

    private void recallUnanswered(OpportunityEvent event) {
        rows.asSystem(() -> {
            collaborators.all(event.on().opportunityId()).stream()
                    .filter(collaborator -> !collaborator.hasJoined())
                    .forEach(asked -> recall(asked, event));
            collaborators.flush();
            return null;
        });
    }

    private void recall(Collaborator asked, OpportunityEvent event) {
        var offer = offers.findById(asked.distributionId());
        if (offer.status() == OfferStatus.DELIVERED) {
            offer.recall(OfferStatus.Party.SYSTEM, event.at());
        }
        collaborators.delete(asked);
    }
}
