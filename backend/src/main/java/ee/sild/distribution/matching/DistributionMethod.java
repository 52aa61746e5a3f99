package ee.sild.distribution.matching;

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
        return this == PREFERRED || findsNext();
    }

    /** Whether it finds the next partner if one does not accept. */
    public boolean findsNext() {
        return this == CASCADE || this == ROUND_ROBIN;
    }
}
