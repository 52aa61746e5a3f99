package ee.sild.platform.security;

/**
 * For whom the database is used. Its row-level policies show each side what that side may see, and nobody else
 * anything.
 */
public enum DatabaseActor {
    /** The clocks and the look-up of callers. */
    SYSTEM,
    /** Signing in, tokens, invitations, the first administrator: whoever comes is not known yet. */
    ANONYMOUS,
    VENDOR,
    PARTNER;

    private static final ScopedValue<DatabaseActor> ACTING = ScopedValue.newInstance();

    /** Does something as this side, whoever is calling. */
    public <T, X extends Throwable> T act(ScopedValue.CallableOp<T, X> what) throws X {
        return ScopedValue.where(ACTING, this).call(what);
    }

    /** The side that was chosen, or null where it follows from the caller. */
    static DatabaseActor chosen() {
        return ACTING.isBound() ? ACTING.get() : null;
    }
}
