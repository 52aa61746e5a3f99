package ee.sild.identity.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.NumericDateValidator;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

import ee.sild.platform.security.AesGcm;

/**
 * Verifies access tokens and remembers the valid ones until they expire, because a signature takes half a millisecond.
 * A token is recognized by the hash of its whole text, so a changed one is verified again. Rejected tokens are not
 * remembered.
 */
final class VerifiedTokens {

    static final int CLOCKS_APART_SECONDS = 5;
    private static final int MOST = 10_000;

    /** @param claims the JSON from which each request reads its own claims */
    private record Verified(String claims, String key, Instant expiresAt) {}

    private final JwtConsumer reader;
    private final NumericDateValidator dates = new NumericDateValidator();
    private final Cache<ByteBuffer, Verified> verified = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((ByteBuffer hash, Verified token) -> left(token)))
            .build();

    VerifiedTokens(VerificationKeyResolver keys) {
        reader = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(AccessTokens.ISSUER)
                .setExpectedAudience(AccessTokens.ISSUER)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireIssuedAt()
                .setAllowedClockSkewInSeconds(CLOCKS_APART_SECONDS)
                .build();
        dates.setRequireExp(true);
        dates.setRequireIat(true);
        dates.setAllowedClockSkewSeconds(CLOCKS_APART_SECONDS);
    }

    /** The claims of a valid token, with the ID of its key. */
    JwtClaims read(String token) throws InvalidJwtException {
        var hash = ByteBuffer.wrap(AesGcm.digest(token));
        Verified known = verified.getIfPresent(hash);
        JwtClaims claims = known == null ? null : claims(known);
        return claims == null ? verify(token, hash) : claims;
    }

    private JwtClaims verify(String token, ByteBuffer hash) throws InvalidJwtException {
        JwtContext read = reader.process(token);
        JwtClaims claims = read.getJwtClaims();
        String key = read.getJoseObjects().getFirst().getKeyIdHeaderValue();
        try {
            var expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
            verified.put(hash, new Verified(claims.getRawJson(), key, expiresAt));
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("A valid token has a time of expiry", e);
        }
        claims.setClaim(TokenReader.KEY, key);
        return claims;
    }

    /** Null if the token is no longer valid, by the same rules as when it was verified. */
    private JwtClaims claims(Verified known) throws InvalidJwtException {
        JwtClaims claims = JwtClaims.parse(known.claims());
        try {
            if (dates.validate(new JwtContext(claims, List.of())) != null) {
                return null;
            }
        } catch (MalformedClaimException e) {
            throw new IllegalStateException("A valid token has a time of expiry", e);
        }
        claims.setClaim(TokenReader.KEY, known.key());
        return claims;
    }

    private static Duration left(Verified token) {
        return Duration.between(Instant.now(), token.expiresAt().plusSeconds(CLOCKS_APART_SECONDS));
    }
}
