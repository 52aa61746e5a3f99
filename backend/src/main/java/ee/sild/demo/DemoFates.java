package ee.sild.demo;

import java.util.List;
import java.util.Random;
import java.util.Set;

import ee.sild.opportunity.OpportunityStatus;

import static ee.sild.opportunity.OpportunityStatus.ACCEPTED;
import static ee.sild.opportunity.OpportunityStatus.CANCELED;
import static ee.sild.opportunity.OpportunityStatus.DECLINED;
import static ee.sild.opportunity.OpportunityStatus.DELIVERED;
import static ee.sild.opportunity.OpportunityStatus.EXPIRED;
import static ee.sild.opportunity.OpportunityStatus.LOST;
import static ee.sild.opportunity.OpportunityStatus.NEW;
import static ee.sild.opportunity.OpportunityStatus.ON_HOLD;
import static ee.sild.opportunity.OpportunityStatus.PENDING_APPROVAL;
import static ee.sild.opportunity.OpportunityStatus.POOL;
import static ee.sild.opportunity.OpportunityStatus.RETURNED;
import static ee.sild.opportunity.OpportunityStatus.WON;

/** How the demo's opportunities end or stand, by their age: old ones are closed, recent ones are being distributed. */
final class DemoFates {

    private static final List<OpportunityStatus> OLD = List.of(
            WON, WON, WON, WON, WON, WON, WON, LOST, LOST, LOST, LOST, LOST, CANCELED, RETURNED, DECLINED, ACCEPTED,
            ACCEPTED, WON, LOST, ON_HOLD);
    private static final List<OpportunityStatus> MIDDLE = List.of(
            ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED, WON, WON, WON, LOST, LOST, RETURNED,
            DECLINED, EXPIRED, CANCELED, ON_HOLD, ACCEPTED, ACCEPTED, WON);
    private static final List<OpportunityStatus> RECENT = List.of(
            ACCEPTED,
            DELIVERED,
            NEW,
            PENDING_APPROVAL,
            DELIVERED,
            ACCEPTED,
            DECLINED,
            DELIVERED,
            NEW,
            ACCEPTED,
            EXPIRED,
            DELIVERED,
            PENDING_APPROVAL,
            POOL,
            DELIVERED,
            NEW);
    private static final Set<OpportunityStatus> CLOSED = Set.of(WON, LOST, CANCELED);
    /** The number of phases passed by an open opportunity: each entry is equally likely. */
    private static final List<Integer> PHASES = List.of(0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4);

    private static final int ALL_PHASES = 4;

    private final Random random;

    DemoFates(Random random) {
        this.random = random;
    }

    /** @param age days since it was created */
    OpportunityStatus of(int number, int age) {
        var fates = age > 150 ? OLD : age > 45 ? MIDDLE : RECENT;
        return fates.get((number * 7 + number / 20) % fates.size());
    }

    int phases(OpportunityStatus fate) {
        return CLOSED.contains(fate) ? ALL_PHASES : PHASES.get(random.nextInt(PHASES.size()));
    }

    /** Whether a partner creates it. */
    static boolean isByPartner(int number, OpportunityStatus fate) {
        return fate == PENDING_APPROVAL || (number % 6 == 0 && (fate == ACCEPTED || CLOSED.contains(fate)));
    }
}
