package ee.sild.distribution.offer;

import java.util.Set;

/** The life of one offer, whole, in one switch. */
public enum OfferStatus {
    DELIVERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    RECALLED,
    RETURNED,
    REVOKED,
    COMPLETED;

    Set<OfferStatus> next() {
        return switch (this) {
            case DELIVERED -> Set.of(ACCEPTED, DECLINED, EXPIRED, RECALLED);
            case ACCEPTED -> Set.of(RETURNED, REVOKED, COMPLETED);
            // An opportunity that is reopened goes on with the partner that had it.
            case COMPLETED -> Set.of(ACCEPTED);
            case DECLINED, EXPIRED, RECALLED, RETURNED, REVOKED -> Set.of();
        };
    }
}
