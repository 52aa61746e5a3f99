package ee.sild.identity.signing;

import java.security.PrivateKey;
import java.util.UUID;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import ee.sild.platform.security.DatabaseActor;

/** Signs any token with the real key, so that only the content of the token is invalid. */
public final class TokenForger {

    private TokenForger() {}

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).keyId(kid()).sign(key());
    }

    public static String kid() {
        return signer().kid();
    }

    public static PrivateKey key() {
        return signer().key();
    }

    private static Signer signer() {
        var keys = Arc.container().instance(SigningKeys.class).get();
        return DatabaseActor.SYSTEM.act(() -> QuarkusTransaction.requiringNew().call(keys::signer));
    }

    public static PrivateKey key(String kid) {
        var keys = Arc.container().instance(SigningKeys.class).get();
        var material = Arc.container().instance(KeyMaterial.class).get();
        return DatabaseActor.SYSTEM
                .act(() -> QuarkusTransaction.requiringNew()
                        .call(() -> material.signer(keys.findById(UUID.fromString(kid)))))
                .key();
    }
}
