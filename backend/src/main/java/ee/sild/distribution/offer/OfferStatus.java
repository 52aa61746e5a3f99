package ee.sild.distribution.offer;

import java.util.Set;

/** The status of an offer, with all transitions in one switch. */
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
            // A reopened opportunity continues with its previous partner.
            case COMPLETED -> Set.of(ACCEPTED);
            case DECLINED, EXPIRED, RECALLED, RETURNED, REVOKED -> Set.of();
        };
    }
}
