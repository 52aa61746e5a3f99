package ee.sild.distribution.offer;

/** How the partner is found that an opportunity is offered to. */
public enum DistributionMethod {
    /** Staff name it. */
    DIRECT,
    /** The best match; where it does not take the opportunity, staff decide what next. */
    PREFERRED,
    /** The best match, and where it does not take it, the next best, until one does or none is left. */
    CASCADE,
    /** Of those that may, the one whose last delivery is the longest ago; and on like a cascade. */
    ROUND_ROBIN,
    /** The first partner that fits takes it out of the pool. */
    POOL,
    /** As the first distribution rule says whose conditions it meets; the rules are asked again where it goes on. */
    AUTOMATIC;

    /** Whether it finds a partner by matching. */
    public boolean matches() {
        return this == PREFERRED || goesOn();
    }

    public boolean goesOn() {
        return this == CASCADE || this == ROUND_ROBIN;
    }
}
