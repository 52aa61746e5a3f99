package ee.sild.platform.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, as the database knows them at this very request.
 *
 * @param partnerId the partner company they act for; null for the vendor's own
 * @param sessionId the session of a person; null for an integration client
 * @param scopes what an integration client was given; null for a person
 */
public record Caller(UUID id, String name, Role role, UUID partnerId, UUID sessionId, Set<String> scopes) {

    /** Where the request keeps its caller, once authenticated. */
    public static final String ATTRIBUTE = "sild.caller";
}
