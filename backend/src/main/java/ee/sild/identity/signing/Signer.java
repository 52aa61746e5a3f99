package ee.sild.identity.signing;

import java.security.PrivateKey;

/** The key for new tokens. */
public record Signer(String kid, PrivateKey key) {}
