package ee.sild.identity.signing;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.EncryptionSettings;

/** Generates, encrypts and reads the key pairs, which are stored as JSON Web Keys (RFC 7517). */
@ApplicationScoped
class KeyMaterial {

    private final EncryptionSettings encryption;

    KeyMaterial(EncryptionSettings encryption) {
        this.encryption = encryption;
    }

    SigningKey generate(Instant now, Instant signsFrom) {
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return new SigningKey(
                    pair.toJson(OutputControlLevel.PUBLIC_ONLY),
                    AesGcm.seal(encryption.secret(), pair.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                    now,
                    signsFrom);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    Signer signer(SigningKey key) {
        try {
            var pair = (PublicJsonWebKey) JsonWebKey.Factory.newJwk(AesGcm.open(encryption.secret(), key.privateKey()));
            return new Signer(key.id().toString(), pair.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicKey verifier(SigningKey key) {
        try {
            return ((PublicJsonWebKey) JsonWebKey.Factory.newJwk(key.publicKey())).getPublicKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JWK set of these keys, without their private parts. */
    static String published(List<SigningKey> keys) {
        var set = new JsonWebKeySet();
        for (SigningKey key : keys) {
            try {
                var shown = JsonWebKey.Factory.newJwk(key.publicKey());
                shown.setKeyId(key.id().toString());
                shown.setUse("sig");
                shown.setAlgorithm("ES256");
                set.addJsonWebKey(shown);
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** False for a key that was encrypted with another secret. */
    boolean canBeRead(SigningKey key) {
        try {
            AesGcm.open(encryption.secret(), key.privateKey());
            return true;
        } catch (IllegalStateException otherSecret) {
            return false;
        }
    }
}
