package ee.sild.distribution.offer;

/** How the partner for an opportunity is found. */
public enum DistributionMethod {
    /** Staff select it. */
    DIRECT,
    /** The best match. If it does not accept, staff decide what to do next. */
    PREFERRED,
    /** The best match, then the next best, until one accepts or none is left. */
    CASCADE,
    /** The eligible partner with the oldest last delivery; continues like a cascade. */
    ROUND_ROBIN,
    /** The first eligible partner claims it from the pool. */
    POOL,
    /** As the first matching distribution rule says. The rules are evaluated again for the next partner. */
    AUTOMATIC;

    /** Whether matching finds the partner. */
    public boolean matches() {
        return this == PREFERRED || goesOn();
    }

    public boolean goesOn() {
        return this == CASCADE || this == ROUND_ROBIN;
    }
}
