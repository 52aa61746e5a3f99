package ee.sild.identity.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Tag("slow")
class VerifiedTokensTest {

    private final ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key").generate();
    private final AtomicInteger verified = new AtomicInteger();
    private final VerifiedTokens tokens = new VerifiedTokens((signature, outer) -> {
        verified.incrementAndGet();
        try {
            return key.toPublicKey();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new UnresolvableKeyException("No such key", e);
        }
    });

    VerifiedTokensTest() throws Exception {}

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer("sild")
                .audience("sild")
                .subject("liis")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("groups", List.of("SALES"));
        return sign(change.apply(claims).build(), key);
    }

    private static String sign(JWTClaimsSet claims, ECKey by) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key").build(), claims);
        token.sign(new ECDSASigner(by));
        return token.serialize();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void a_token_is_verified_once() throws Exception {
        String token = token(claims -> claims);
        var first = tokens.read(token);
        var second = tokens.read(token);
        assertThat(verified).hasValue(1);
        assertThat(second.getClaimsMap()).isEqualTo(first.getClaimsMap()).containsEntry(TokenReader.KEY, "key");
    }

    @Test
    void requests_do_not_share_claims() throws Exception {
        String token = token(claims -> claims);
        tokens.read(token).setSubject("mari");
        var second = tokens.read(token);
        assertThat(second.getSubject()).isEqualTo("liis");
        second.setStringListClaim("groups", "ADMIN");
        assertThat(tokens.read(token).getStringListClaimValue("groups")).containsExactly("SALES");
    }

    /** The same difference between clocks is accepted as for a token that is not remembered. */
    @Test
    void a_remembered_token_is_refused_after_it_has_expired() throws Exception {
        var expiresAt = Instant.now().plusSeconds(3);
        String token = token(claims ->
                claims.issueTime(Date.from(expiresAt.minusSeconds(60))).expirationTime(Date.from(expiresAt)));
        tokens.read(token);
        tokens.read(token);
        assertThat(verified).hasValue(1);
        var refusedFrom = expiresAt.plusSeconds(VerifiedTokens.CLOCKS_APART_SECONDS);
        Thread.sleep(Duration.between(Instant.now(), refusedFrom).plusMillis(10));
        assertRefused(token);
    }

    @Test
    void a_changed_signature_is_refused() throws Exception {
        String token = token(claims -> claims);
        tokens.read(token);
        int dot = token.lastIndexOf('.');
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
        for (int i = 0; i < signature.length; i += 7) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertRefused(token.substring(0, dot + 1)
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
        }
        assertRefused(token.substring(0, dot + 1));
        assertRefused(token.substring(0, dot));
    }

    @Test
    void the_same_claims_with_another_signature_are_verified_again() throws Exception {
        String token = token(claims -> claims);
        tokens.read(token);
        var claims = SignedJWT.parse(token).getJWTClaimsSet();
        String again = sign(claims, key);
        assertThat(again).isNotEqualTo(token);
        tokens.read(again);
        assertThat(verified).hasValue(2);
        assertRefused(sign(claims, new ECKeyGenerator(Curve.P_256).generate()));
    }

    @Test
    void a_refused_token_is_verified_each_time() throws Exception {
        String token = token(claims -> claims.issuer("another"));
        assertRefused(token);
        assertRefused(token);
        assertThat(verified).hasValue(2);
        assertRefused("no token");
        assertRefused(new String(new byte[] {0}, StandardCharsets.UTF_8));
    }
}
