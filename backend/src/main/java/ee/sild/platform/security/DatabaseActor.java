package ee.sild.platform.security;

/**
 * On whose behalf the database is used. Its row-level policies show each actor what it may see, and nothing without
 * one.
 */
public enum DatabaseActor {
    /** The jobs and the lookup of callers. */
    SYSTEM,
    /** Sign-in, tokens, invitations, the first administrator: the caller is not known yet. */
    ANONYMOUS,
    VENDOR,
    PARTNER;

    private static final ScopedValue<DatabaseActor> ACTING = ScopedValue.newInstance();

    /** Runs an action as this actor, independent of the caller. */
    public <T, X extends Throwable> T act(ScopedValue.CallableOp<T, X> what) throws X {
        return ScopedValue.where(ACTING, this).call(what);
    }

    /** The actor that was set; null if it follows from the caller. */
    static DatabaseActor chosen() {
        return ACTING.isBound() ? ACTING.get() : null;
    }
}
