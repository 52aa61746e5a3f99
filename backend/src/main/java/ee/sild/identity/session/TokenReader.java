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
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

import ee.sild.identity.signing.SigningKeys;
import ee.sild.platform.security.DatabaseActor;

/** Reads access tokens: signed with ES256 by a key of this installation, issued by and for it, and not expired. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TokenReader extends JWTCallerPrincipalFactory {

    public static final String KEY = "kid";

    private final SigningKeys keys;
    private final ConcurrentMap<UUID, PublicKey> known = new ConcurrentHashMap<>();
    private final VerifiedTokens tokens = new VerifiedTokens((signature, outer) -> key(signature));

    TokenReader(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(token, "JWT", tokens.read(token));
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
