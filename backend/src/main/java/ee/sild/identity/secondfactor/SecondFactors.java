package ee.sild.identity.secondfactor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.apache.commons.codec.binary.Base32;

import ee.sild.identity.RandomToken;
import ee.sild.identity.User;
import ee.sild.platform.problem.Invalid;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.EncryptionSettings;
import ee.sild.settings.Policies;

/** The second factor of users at sign-in: the codes of an authenticator app, and recovery codes for who has lost it. */
@ApplicationScoped
public class SecondFactors {

    private static final int RECOVERY_CODES = 10;

    /** 60 bits: nobody finds one within the attempts that are allowed. */
    private static final int RECOVERY_CODE_LENGTH = 12;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Something about the second factor of a user has changed, of which the user is notified. */
    public record Changed(UUID userId, Change change) {}

    /** What has changed. */
    public enum Change {
        SECOND_FACTOR_ENABLED,
        SECOND_FACTOR_DISABLED,
        RECOVERY_CODE_USED
    }

    /**
     * The secret for an authenticator app.
     *
     * @param secret in base 32, to be typed
     * @param address the content of the QR code
     */
    public record Setup(String secret, String address) {}

    private final EntityManager database;
    private final EncryptionSettings encryption;
    private final Policies policies;
    private final Event<Changed> events;
    /** Apps run by the time of day, also if the clock of a demo has been moved. */
    private final Clock clock = Clock.systemUTC();

    SecondFactors(EntityManager database, EncryptionSettings encryption, Policies policies, Event<Changed> events) {
        this.database = database;
        this.encryption = encryption;
        this.policies = policies;
        this.events = events;
    }

    /** Replaces a secret that has not been confirmed. */
    public Setup setUp(User user) {
        if (user.hasSecondFactor()) {
            throw new RuleViolation("second-factor.enabled");
        }
        deleteSecret(user);
        String secret = Totp.secret();
        database.persist(new SecondFactor(user.id(), AesGcm.seal(encryption.secret(), secret), clock.instant()));
        return new Setup(secret, Totp.address(secret, user.email()));
    }

    /** Enables the second factor by a code of the app, and returns the recovery codes, which are not stored. */
    public List<String> enable(User user, String code) {
        if (!acceptsFromApp(user, code)) {
            throw wrongCode();
        }
        if (!user.hasSecondFactor()) {
            user.enableSecondFactor(clock.instant());
            events.fire(new Changed(user.id(), Change.SECOND_FACTOR_ENABLED));
        }
        return newRecoveryCodes(user);
    }

    /** Earlier ones stop working. */
    public List<String> renewRecoveryCodes(User user, String code) {
        requireCode(user, code);
        return newRecoveryCodes(user);
    }

    /** The user no longer wants it. */
    public void disable(User user, String code) {
        requireCode(user, code);
        if (isRequired(user)) {
            throw new RuleViolation("second-factor.required-by-role");
        }
        delete(user);
    }

    /** Also for who has lost the app and the recovery codes: an administrator does it. */
    public void remove(User user) {
        if (!user.hasSecondFactor()) {
            throw new RuleViolation("second-factor.disabled");
        }
        delete(user);
    }

    /** Whether the vendor requires it for the role of the user. */
    public boolean isRequired(User user) {
        return policies.get().secondFactorRoles().contains(user.role());
    }

    public long recoveryCodesLeft(User user) {
        return database.createQuery(
                        "select count(*) from RecoveryCode c where c.userId = :user and c.usedAt is null", Long.class)
                .setParameter("user", user.id())
                .getSingleResult();
    }

    /** Whether this is a code of the user's app now, or an unused recovery code. It is accepted once. */
    public boolean accepts(User user, String code) {
        return acceptsFromApp(user, code) || acceptsForRecovery(user, code);
    }

    private void requireCode(User user, String code) {
        if (!accepts(user, code)) {
            throw wrongCode();
        }
    }

    private static Invalid wrongCode() {
        return new Invalid("/code", "second-factor.code");
    }

    private boolean acceptsFromApp(User user, String code) {
        var factor = database.find(SecondFactor.class, user.id(), LockModeType.PESSIMISTIC_WRITE);
        if (factor == null) {
            return false;
        }
        String secret = AesGcm.open(encryption.secret(), factor.secret());
        var step = Totp.step(secret, code.replaceAll("\\s", ""), clock.instant());
        return step.isPresent() && factor.use(step.getAsLong());
    }

    private boolean acceptsForRecovery(User user, String code) {
        Instant now = clock.instant();
        boolean used = database.createQuery("""
                        update RecoveryCode c set c.usedAt = :now
                         where c.userId = :user and c.codeHash = :hash and c.usedAt is null""")
                        .setParameter("now", now)
                        .setParameter("user", user.id())
                        .setParameter("hash", hash(user.id(), code))
                        .executeUpdate()
                == 1;
        if (used) {
            events.fire(new Changed(user.id(), Change.RECOVERY_CODE_USED));
        }
        return used;
    }

    private List<String> newRecoveryCodes(User user) {
        deleteRecoveryCodes(user);
        var codes = Stream.generate(SecondFactors::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(code -> database.persist(new RecoveryCode(user.id(), hash(user.id(), code))));
        return codes;
    }

    private static String recoveryCode() {
        byte[] random = new byte[RECOVERY_CODE_LENGTH];
        RANDOM.nextBytes(random);
        String code = new Base32()
                .encodeAsString(random)
                .substring(0, RECOVERY_CODE_LENGTH)
                .toLowerCase(Locale.ROOT);
        return code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    private static String hash(UUID user, String code) {
        return RandomToken.hash(user + " " + code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", ""));
    }

    private void delete(User user) {
        deleteRecoveryCodes(user);
        deleteSecret(user);
        if (user.hasSecondFactor()) {
            user.disableSecondFactor();
            events.fire(new Changed(user.id(), Change.SECOND_FACTOR_DISABLED));
        }
    }

    private void deleteSecret(User user) {
        database.createQuery("delete from SecondFactor f where f.userId = :user")
                .setParameter("user", user.id())
                .executeUpdate();
    }

    private void deleteRecoveryCodes(User user) {
        database.createQuery("delete from RecoveryCode c where c.userId = :user")
                .setParameter("user", user.id())
                .executeUpdate();
    }
}
