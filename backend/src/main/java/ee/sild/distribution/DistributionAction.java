package ee.sild.distribution;

import java.util.List;

import ee.sild.platform.CurrentUser;
import ee.sild.platform.Role;

/** What somebody can do to an offer next. */
public enum DistributionAction {
    ACCEPT,
    DECLINE,
    RECALL;

    static List<DistributionAction> open(DistributionStatus status, CurrentUser user) {
        if (status != DistributionStatus.DELIVERED || user.role() == Role.ANALYST || user.isSeller()) {
            return List.of();
        }
        return user.isStaff() ? List.of(RECALL) : List.of(ACCEPT, DECLINE);
    }
}
