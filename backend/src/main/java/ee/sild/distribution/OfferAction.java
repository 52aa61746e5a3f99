package ee.sild.distribution;

import java.util.List;

import ee.sild.platform.CurrentUser;
import ee.sild.platform.Role;

/** What somebody can do to an offer next. */
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
