package ee.sild.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import ee.sild.identity.SessionSettings;
import ee.sild.identity.User;
import ee.sild.identity.signing.SigningKeys;

/** Signed, short-lived proofs of the caller's identity. */
@ApplicationScoped
public class AccessTokens {

    static final String ISSUER = "sild";

    private final SigningKeys keys;
    private final Clock clock;
    private final SessionSettings settings;

    AccessTokens(SigningKeys keys, Clock clock, SessionSettings settings) {
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    public Duration lifetime() {
        return settings.access();
    }

    String forPerson(User user, UUID sessionId) {
        return sign(claims(user).claim("sid", sessionId.toString()));
    }

    public String forClient(User user, String clientId, Set<String> scopes) {
        return sign(claims(user).claim("client_id", clientId).claim("scope", String.join(" ", scopes)));
    }

    private JwtClaimsBuilder claims(User user) {
        var now = clock.instant();
        var claims = Jwt.issuer(ISSUER)
                .audience(ISSUER)
                .subject(user.id().toString())
                .groups(user.role().name())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime()));
        return user.partnerId() == null
                ? claims
                : claims.claim("partner_id", user.partnerId().toString());
    }

    private String sign(JwtClaimsBuilder claims) {
        var signer = keys.signer();
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(signer.kid())
                .sign(signer.key());
    }
}
