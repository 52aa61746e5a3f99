package ee.sild.platform.security;

import io.quarkus.arc.Arc;

/**
 * The actor of a database connection, as the policies read it; empty text stands for none.
 *
 * @param side the vendor, a partner or another {@link DatabaseActor}
 * @param seller {@code yes} if the user sees only their own opportunities
 */
record ConnectionActor(String side, String partner, String user, String seller) {

    static final ConnectionActor NONE = new ConnectionActor("", "", "", "");

    /** The actor for whom the current thread works: a chosen one, else the caller of the request. */
    static ConnectionActor current() {
        DatabaseActor chosen = DatabaseActor.chosen();
        if (chosen != null) {
            return of(chosen);
        }
        Caller caller = Arc.container().requestContext().isActive()
                ? Arc.container().instance(CurrentUser.class).get().callerOrNull()
                : null;
        return caller == null ? NONE : of(caller);
    }

    static ConnectionActor of(DatabaseActor actor) {
        return new ConnectionActor(actor.name(), "", "", "");
    }

    static ConnectionActor of(Caller caller) {
        return caller.partnerId() == null
                ? new ConnectionActor(
                        DatabaseActor.VENDOR.name(), "", caller.id().toString(), "")
                : new ConnectionActor(
                        DatabaseActor.PARTNER.name(),
                        caller.partnerId().toString(),
                        caller.id().toString(),
                        caller.role() == Role.PARTNER_SELLER ? "yes" : "");
    }
}
