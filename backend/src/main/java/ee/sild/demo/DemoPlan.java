package ee.sild.demo;

import java.time.Instant;

import ee.sild.demo.DemoVendor.Client;
import ee.sild.demo.DemoVendor.Company;
import ee.sild.demo.DemoVendor.Project;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.Money;

/**
 * What becomes of one opportunity of the demo, and when.
 *
 * @param fate its status at the end of the demo's past
 * @param team the partner's company and its user who works on it
 * @param phase how many phases it passes
 */
record DemoPlan(
        int number,
        OpportunityStatus fate,
        Origin origin,
        Client client,
        Project project,
        String territory,
        Team team,
        String owner,
        Money value,
        Times times,
        int phase) {

    /** Who creates it, and whether the customer is new. */
    enum Origin {
        VENDOR,
        PARTNER,
        PARTNER_WITH_NEW_CUSTOMER
    }

    /** The partner, its administrator and the user who works on the opportunity. */
    record Team(Company company, String manager, String seller) {}

    /**
     * When it is created, offered, answered or approved, and last worked on.
     *
     * @param answered when the offer is answered or expires, or the vendor approves
     * @param last the last action of the partner: it closes, returns or holds the opportunity, or simply works on it
     */
    record Times(Instant created, Instant offered, Instant answered, Instant last) {}

    boolean isByPartner() {
        return origin != Origin.VENDOR;
    }

    /** Whether the partner works on it, or did. */
    boolean isWorked() {
        return switch (fate) {
            case ACCEPTED, ON_HOLD, WON, LOST, CANCELED, RETURNED -> true;
            case NEW, PENDING_APPROVAL, POOL, DELIVERED, DECLINED, EXPIRED -> false;
        };
    }

    /** Whether no partner has been asked yet. */
    boolean isUnoffered() {
        return fate == OpportunityStatus.NEW || fate == OpportunityStatus.POOL;
    }

    String topic() {
        return number % 3 == 0 ? project.topic() : project.topic() + " – " + client.shortName();
    }
}
