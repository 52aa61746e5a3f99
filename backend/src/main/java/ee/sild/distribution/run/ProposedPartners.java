package ee.sild.distribution.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import ee.sild.distribution.matching.MatchView;

/** How often a run proposes each partner. Within a run no partner is proposed beyond its free capacity. */
final class ProposedPartners {

    private final Map<UUID, Integer> times = new HashMap<>();

    /** The proposals made so far, if the preparation was interrupted. */
    static ProposedPartners of(List<DistributionRunItem> items) {
        var proposed = new ProposedPartners();
        items.stream()
                .map(DistributionRunItem::partnerId)
                .filter(Objects::nonNull)
                .forEach(proposed::add);
        return proposed;
    }

    void add(UUID partner) {
        times.merge(partner, 1, Integer::sum);
    }

    private int times(MatchView one) {
        return times.getOrDefault(one.partner().id(), 0);
    }

    boolean leaveRoomFor(MatchView one) {
        return one.capacity() == null || one.open() + times(one) < one.capacity();
    }

    /** The partner whose turn it is: the first of those proposed least often in this run. */
    MatchView leastProposed(List<MatchView> eligible) {
        MatchView least = null;
        for (MatchView one : eligible) {
            if (least == null || times(one) < times(least)) {
                least = one;
            }
        }
        return least;
    }
}
