package ee.sild.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * The caller of a request, as stored in the database at that moment.
 *
 * @param partnerId the partner company they act for; null for the vendor
 * @param sessionId the session of a user; null for an integration client
 * @param scopes the scopes of an integration client; null for a user
 * @param secondFactorDue whether the user must set up a second factor before anything else
 */
public record Caller(
        UUID id, String name, Role role, UUID partnerId, UUID sessionId, Set<String> scopes, boolean secondFactorDue) {

    /** The request attribute that holds the authenticated caller. */
    public static final String ATTRIBUTE = "sild.caller";

    private static final ScopedValue<Caller> ACTING = ScopedValue.newInstance();

    /** Runs work on behalf of this caller outside of a request. */
    public void act(Runnable work) {
        ScopedValue.where(ACTING, this).run(work);
    }

    /** The caller on whose behalf work runs outside of a request; null for none. */
    static Caller acting() {
        return ACTING.isBound() ? ACTING.get() : null;
    }
}
