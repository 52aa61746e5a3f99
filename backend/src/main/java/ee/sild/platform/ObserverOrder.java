package ee.sild.platform;

/**
 * The order in which observers run, for {@code @Priority}: lower numbers first. It is a total order, because observers
 * of one event may fire further events, whose observers run before the remaining ones.
 */
public final class ObserverOrder {

    // Observers of a business event, in its transaction.

    /** Records the event on the timeline. */
    public static final int TIMELINE = 1_000;

    /** Ends or reopens the offers of the opportunity. */
    public static final int OFFERS = 2_000;

    /** Ends the collaboration, or the part of a partner that leaves. */
    public static final int COLLABORATION = 3_000;

    /** Ends the registration, or selects other approvers. Fires events. */
    public static final int REGISTRATION = 4_000;

    /** Tells partners that their exclusivity is overridden. Fires events. */
    public static final int OVERRIDES = 4_500;

    /** Notifies users of the event, before they are notified of what follows from it. */
    public static final int NOTIFICATION = 5_000;

    /** Gives the partner access to the customer and its contacts. Fires events. */
    public static final int DISCLOSURE = 6_000;

    /** Offers the opportunity to the next partner. Fires events. */
    public static final int NEXT_OFFER = 7_000;

    // Observers of the start of the application.

    /** Compares the clocks and begins what needs nothing else. */
    public static final int STARTUP_FIRST = 1;

    /** Creates the key that signs access tokens. */
    public static final int STARTUP_SIGNING_KEY = 50;

    /** Fills an empty database with the demo. */
    public static final int STARTUP_DEMO = 100;

    /** Starts the jobs, which find everything else in place. */
    public static final int STARTUP_JOBS = 10_000;

    /** Waits for what was begun first, before requests are accepted. */
    public static final int STARTUP_LAST = 20_000;

    private ObserverOrder() {}
}
