package ee.sild.distribution.offer;

import java.util.List;
import java.util.stream.Stream;

import ee.sild.distribution.offer.OfferStatus.Party;
import ee.sild.distribution.offer.OfferStatus.Transition;
import ee.sild.opportunity.OpportunityAction;
import ee.sild.platform.security.CurrentUser;

/** The actions that a user can take on an offer next. */
public enum OfferAction {
    ACCEPT(Transition.ACCEPT, OpportunityAction.ACCEPT),
    DECLINE(Transition.DECLINE, OpportunityAction.DECLINE),
    RECALL(Transition.RECALL, OpportunityAction.RECALL);

    private final Transition transition;
    private final OpportunityAction onOpportunity;

    OfferAction(Transition transition, OpportunityAction onOpportunity) {
        this.transition = transition;
        this.onOpportunity = onOpportunity;
    }

    static List<OfferAction> open(OfferStatus status, CurrentUser user) {
        return Stream.of(values())
                .filter(action -> action.onOpportunity.isOpenTo(user))
                .filter(action -> status.allows(action.transition, Party.of(user)))
                .toList();
    }

    /** Throws if this user cannot take the action, whatever the status of the offer. */
    public void require(CurrentUser user) {
        onOpportunity.require(user);
    }
}
