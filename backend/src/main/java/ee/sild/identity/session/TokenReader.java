package ee.sild.identity.session;

import java.security.PublicKey;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

import ee.sild.identity.signing.SigningKeys;
import ee.sild.platform.security.DatabaseActor;

/** Reads access tokens: signed with ES256 by a key of this installation, issued by and for it, and not expired. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenReader extends JWTCallerPrincipalFactory {

    public static final String KEY = "kid";
    private static final int CLOCKS_APART_SECONDS = 5;

    private final SigningKeys keys;
    private final ConcurrentMap<UUID, PublicKey> known = new ConcurrentHashMap<>();
    private final JwtConsumer reader = new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                    ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
            .setVerificationKeyResolver((signature, outer) -> key(signature))
            .setExpectedIssuer(AccessTokens.ISSUER)
            .setExpectedAudience(AccessTokens.ISSUER)
            .setRequireExpirationTime()
            .setRequireSubject()
            .setRequireIssuedAt()
            .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
            .build();

    TokenReader(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        try {
            var read = reader.process(token);
            var claims = read.getJwtClaims();
            claims.setClaim(KEY, read.getJoseObjects().getFirst().getKeyIdHeaderValue());
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        } catch (InvalidJwtException e) {
            throw new ParseException("Not a token of this installation", e);
        }
    }

    private PublicKey key(JsonWebSignature signature) throws UnresolvableKeyException {
        try {
            UUID id = UUID.fromString(signature.getKeyIdHeaderValue());
            PublicKey key = known.get(id);
            if (key == null) {
                key = DatabaseActor.SYSTEM
                        .act(() -> QuarkusTransaction.requiringNew().call(() -> keys.verifier(id)))
                        .orElseThrow();
                known.put(id, key);
            }
            return key;
        } catch (RuntimeException unknown) {
            throw new UnresolvableKeyException("No such key");
        }
    }
}
