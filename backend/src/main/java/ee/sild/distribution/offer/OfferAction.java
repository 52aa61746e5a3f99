package ee.sild.distribution.offer;

import java.util.List;
import java.util.stream.Stream;

import ee.sild.distribution.offer.OfferStatus.Party;
import ee.sild.distribution.offer.OfferStatus.Transition;
import ee.sild.platform.security.CurrentUser;

/** The actions that a user can take on an offer next. */
public enum OfferAction {
    ACCEPT(Transition.ACCEPT),
    DECLINE(Transition.DECLINE),
    RECALL(Transition.RECALL);

    private final Transition transition;

    OfferAction(Transition transition) {
        this.transition = transition;
    }

    static List<OfferAction> open(OfferStatus status, CurrentUser user) {
        return Stream.of(values())
                .filter(action -> status.allows(action.transition, Party.of(user)))
                .toList();
    }
}
