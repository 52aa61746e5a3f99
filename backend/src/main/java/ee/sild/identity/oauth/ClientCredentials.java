package ee.sild.identity.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The name and the secret of a client, each null if it was not sent. */
record ClientCredentials(String clientId, String secret) {

    /** From HTTP Basic or the form, as RFC 6749 §2.3.1 allows. */
    static ClientCredentials of(String authorization, String clientId, String secret) {
        String[] basic = basic(authorization);
        return basic == null ? new ClientCredentials(clientId, secret) : new ClientCredentials(basic[0], basic[1]);
    }

    private static String[] basic(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return null;
        }
        try {
            var plain = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            String[] parts = plain.split(":", 2);
            return parts.length == 2 ? parts : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    boolean areComplete() {
        return clientId != null && secret != null;
    }
}
