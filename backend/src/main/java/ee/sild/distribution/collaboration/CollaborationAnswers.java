package ee.sild.distribution.collaboration;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.distribution.offer.Offer;
import ee.sild.opportunity.Opportunity;
import ee.sild.opportunity.OpportunityEvent;
import ee.sild.opportunity.collaborator.Collaborator;
import ee.sild.opportunity.collaborator.Collaborators;
import ee.sild.partner.Partners;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;

/** What the answer of a partner that was asked to join means for the collaboration. */
@ApplicationScoped
public class CollaborationAnswers {

    private final Collaborators collaborators;
    private final Partners partners;
    private final CurrentUser user;

    CollaborationAnswers(Collaborators collaborators, Partners partners, CurrentUser user) {
        this.collaborators = collaborators;
        this.partners = partners;
        this.user = user;
    }

    /** A partner that was asked joins. */
    public OpportunityEvent join(Opportunity opportunity, Offer offer, Instant now) {
        var collaborator = collaboratorOf(opportunity, offer);
        collaborator.join(user.id(), now);
        return opportunity.sharing().join(partners.ref(offer.partnerId()), now);
    }

    /**
     * A partner that was asked does not join. Empty if it was the last one, or the offer is not part of a
     * collaboration: the opportunity then returns as with a single offer.
     */
    public Optional<OpportunityEvent> drop(Opportunity opportunity, Offer offer, Instant now) {
        if (!offer.isShared()
                || collaborators.all(opportunity.id()).stream()
                        .allMatch(other -> other.partnerId().equals(offer.partnerId()))) {
            return Optional.empty();
        }
        collaborators.delete(collaboratorOf(opportunity, offer));
        var invitation = opportunity.invitation();
        return Optional.of(
                switch (offer.status()) {
                    case DECLINED -> invitation.decline(offer.partnerId(), offer.reasonCode(), offer.reason(), now);
                    case EXPIRED -> invitation.expire(offer.partnerId(), now);
                    case RECALLED -> invitation.recall(offer.partnerId(), now);
                    default ->
                        throw new IllegalStateException("An offer that is " + offer.status() + " is not dropped");
                });
    }

    private Collaborator collaboratorOf(Opportunity opportunity, Offer offer) {
        return collaborators
                .of(opportunity.id(), offer.partnerId())
                .orElseThrow(() -> new RuleViolation("distribution.transition", offer.status()));
    }
}
