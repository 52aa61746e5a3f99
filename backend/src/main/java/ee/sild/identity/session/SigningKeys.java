package ee.sild.identity.session;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import ee.sild.platform.ObserverOrder;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.EncryptionSettings;

/**
 * The keys that sign access tokens. They are in the database, so that all instances sign with and accept the same keys.
 */
@ApplicationScoped
class SigningKeys implements PanacheRepositoryBase<SigningKey, UUID>, Job {

    /** Longer than any token is valid, plus clock differences. */
    private static final Duration LAST_TOKENS = Duration.ofMinutes(10);

    private static final String SIGNING = "revokedAt is null and signsFrom <= ?1 order by signsFrom desc, id desc";

    /** The key for new tokens. */
    record Signer(String kid, PrivateKey key) {}

    private final SigningKeySettings settings;
    private final EncryptionSettings encryption;
    private final Clock clock;

    SigningKeys(SigningKeySettings settings, EncryptionSettings encryption, Clock clock) {
        this.settings = settings;
        this.encryption = encryption;
        this.clock = clock;
    }

    /** Creates a key in a new installation, or if a changed secret made the old key unreadable. */
    @AsDatabaseActor(DatabaseActor.SYSTEM)
    @Transactional
    void ensureSigningKey(@Observes @Priority(ObserverOrder.STARTUP_SIGNING_KEY) StartupEvent start) {
        lockAll();
        var current = current();
        if (current.isEmpty() || !canBeRead(current.get())) {
            current.ifPresent(key ->
                    Log.warn("The signing key cannot be read with this installation's secret; a new one is made"));
            rotate(Duration.ZERO);
        }
    }

    @Override
    public String name() {
        return "replace-signing-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    /** Replaces the signing key once it is old enough. */
    @Override
    @Transactional
    public void run() {
        lockAll();
        var newest = find("revokedAt is null order by signsFrom desc").firstResultOptional();
        if (newest.isEmpty()
                || newest.get().createdAt().plus(settings.replacedAfter()).isBefore(clock.instant())) {
            rotate(settings.publishedAhead());
        }
    }

    List<SigningKeyView> all() {
        var signing = current().map(SigningKey::id).orElse(null);
        return list("order by createdAt desc, id desc").stream()
                .map(key -> SigningKeyView.of(key, key.id().equals(signing)))
                .toList();
    }

    /** Creates and publishes a key immediately. It signs only when all caches of the published keys can have it. */
    SigningKeyView replace() {
        lockAll();
        return view(rotate(settings.publishedAhead()));
    }

    /** Takes effect at the next request everywhere. If the key was the signing one, a new key replaces it now. */
    SigningKeyView revoke(UUID id, ExpectedVersion version) {
        lockAll();
        var key = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
        version.check(key.version());
        key.revoke(clock.instant());
        flush();
        recomputeStatus(clock.instant());
        if (current().isEmpty()) {
            rotate(Duration.ZERO);
        }
        return view(key);
    }

    /** Each key stays valid until the tokens that it signed before its successor have expired. */
    private void recomputeStatus(Instant now) {
        var good =
                list("revokedAt is null and (verifiesUntil is null or verifiesUntil > ?1) order by signsFrom, id", now);
        for (int i = 0; i < good.size(); i++) {
            good.get(i)
                    .verifyUntil(
                            i + 1 < good.size() ? good.get(i + 1).signsFrom().plus(LAST_TOKENS) : null);
        }
        flush();
    }

    /** The key to sign a token with. */
    Signer signer() {
        return signer(current().orElseThrow(() -> new IllegalStateException("There is no signing key")));
    }

    Signer signer(SigningKey key) {
        try {
            var pair = (PublicJsonWebKey) JsonWebKey.Factory.newJwk(AesGcm.open(encryption.secret(), key.privateKey()));
            return new Signer(key.id().toString(), pair.getPrivateKey());
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key to verify a signature. Whether it is still valid is checked with the caller, at every request. */
    Optional<PublicKey> verifier(UUID id) {
        return findByIdOptional(id).map(key -> {
            try {
                return ((PublicJsonWebKey) JsonWebKey.Factory.newJwk(key.publicKey())).getPublicKey();
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The JWK set (RFC 7517) of the keys whose tokens are or will soon be valid. */
    String published() {
        var set = new JsonWebKeySet();
        for (SigningKey key : list(
                "revokedAt is null and (verifiesUntil is null or verifiesUntil > ?1) order by signsFrom desc",
                clock.instant())) {
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

    private Optional<SigningKey> current() {
        return find(SIGNING, clock.instant()).firstResultOptional();
    }

    private SigningKey rotate(Duration from) {
        Instant now = clock.instant();
        try {
            EllipticCurveJsonWebKey pair = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            var key = new SigningKey(
                    pair.toJson(OutputControlLevel.PUBLIC_ONLY),
                    AesGcm.seal(encryption.secret(), pair.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                    now,
                    now.plus(from));
            persistAndFlush(key);
            recomputeStatus(now);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean canBeRead(SigningKey key) {
        try {
            AesGcm.open(encryption.secret(), key.privateKey());
            return true;
        } catch (IllegalStateException otherSecret) {
            return false;
        }
    }

    private SigningKeyView view(SigningKey key) {
        return SigningKeyView.of(
                key, current().filter(signing -> signing.id().equals(key.id())).isPresent());
    }

    private void lockAll() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('signing keys'))")
                .getSingleResult();
    }
}
