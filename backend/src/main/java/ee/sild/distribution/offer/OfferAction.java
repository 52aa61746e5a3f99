package ee.sild.distribution.offer;

import java.util.List;

import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** The actions that a user can take on an offer next. */
public enum OfferAction {
    ACCEPT,
    DECLINE,
    RECALL;

    static List<OfferAction> open(OfferStatus status, CurrentUser user) {
        if (status != OfferStatus.DELIVERED || user.role() == Role.ANALYST || user.isSeller()) {
            return List.of();
        }
        return user.isStaff() ? List.of(RECALL) : List.of(ACCEPT, DECLINE);
    }
}
