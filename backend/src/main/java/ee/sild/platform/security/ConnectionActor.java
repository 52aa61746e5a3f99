package ee.sild.platform.security;

/**
 * The actor of a database connection, as the policies read it; empty text stands for none.
 *
 * @param side the vendor, a partner or another {@link DatabaseActor}
 * @param seller {@code yes} if the user sees only their own opportunities
 */
record ConnectionActor(String side, String partner, String user, String seller) {

    static final ConnectionActor NONE = new ConnectionActor("", "", "", "");

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
