package ee.sild.identity.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.apache.commons.codec.binary.Base32;

/**
 * The codes of authenticator apps (RFC 6238): six digits of HMAC-SHA-1, a new code every 30 seconds. A code of the step
 * before or after is accepted, because clocks differ.
 */
final class Totp {

    static final int SECRET_BYTES = 20;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = CODES.getTimeStep();
    private static final int STEPS_APART = 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "Sild";

    private Totp() {}

    /** A new secret in base 32, as apps show it. */
    static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Base32().encodeAsString(secret);
    }

    /** What the QR code contains, from which an app reads the secret. */
    static String address(String secret, String email) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(
                        ISSUER, URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), secret, ISSUER);
    }

    /** The time step whose code this is; empty if it is of none that is accepted now. */
    static OptionalLong step(String secret, String code, Instant now) {
        var key = new SecretKeySpec(new Base32().decode(secret), CODES.getAlgorithm());
        for (int apart = -STEPS_APART; apart <= STEPS_APART; apart++) {
            Instant at = now.plus(STEP.multipliedBy(apart));
            if (equal(code(key, at), code)) {
                return OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    private static String code(SecretKeySpec key, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
