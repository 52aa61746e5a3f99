package ee.sild.distribution.matching;

import java.time.Duration;
import java.time.Instant;

/**
 * What a partner does now, and what it has done about an opportunity and its customer.
 *
 * @param registeredByOther whether another partner has exclusivity
 * @param hasDeadline whether its calendar tells when it would have to answer
 */
record CandidateSituation(
        long open,
        boolean refused,
        boolean registeredByOther,
        boolean managing,
        boolean hasDeadline,
        Instant lastDeliveredAt) {

    /** @param capacity how many opportunities the partner can work on; null for any number */
    double freeCapacity(Integer capacity) {
        if (capacity == null) {
            return 10.0 / (10 + open);
        }
        return capacity == 0 ? 0 : Math.max(0, (double) (capacity - open) / capacity);
    }

    double fairness(Instant now) {
        if (lastDeliveredAt == null) {
            return 1;
        }
        long hours = Math.max(0, Duration.between(lastDeliveredAt, now).toHours());
        return 1 - Math.exp(-hours / 24.0 / 30);
    }
}
