package ee.sild.identity.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import ee.sild.platform.Texts;

/** The name and the secret of a client, each null if it was not sent. */
record ClientCredentials(String clientId, String secret) {

    private static final String BASIC = "Basic ";

    /** From HTTP Basic or the form, as RFC 6749 §2.3.1 allows. A name that no client can have counts as not sent. */
    static ClientCredentials of(String authorization, String clientId, String secret) {
        String[] basic = basic(authorization);
        var sent = basic == null
                ? new ClientCredentials(clientId, secret)
                : new ClientCredentials(decoded(basic[0]), decoded(basic[1]));
        return sent.clientId != null && Texts.forbidden(sent.clientId) >= 0
                ? new ClientCredentials(null, sent.secret)
                : sent;
    }

    /** In HTTP Basic, both parts are encoded like a form. */
    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }

    private static String[] basic(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            var plain = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
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
