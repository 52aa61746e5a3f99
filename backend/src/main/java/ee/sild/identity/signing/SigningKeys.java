package ee.sild.identity.signing;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.problem.ExpectedVersion;
import ee.sild.platform.problem.NotFound;

/**
 * The keys that sign access tokens. They are in the database, so that all instances sign with and accept the same keys.
 */
@ApplicationScoped
public class SigningKeys implements PanacheRepositoryBase<SigningKey, UUID> {

    /** Longer than any token is valid, plus clock differences. */
    private static final Duration LAST_TOKENS = Duration.ofMinutes(10);

    private static final String SIGNING = "revokedAt is null and signsFrom <= ?1 order by signsFrom desc, id desc";
    private static final String VALID = "revokedAt is null and (verifiesUntil is null or verifiesUntil > ?1) ";

    private final KeyMaterial material;
    private final Clock clock;

    SigningKeys(KeyMaterial material, Clock clock) {
        this.material = material;
        this.clock = clock;
    }

    List<SigningKeyView> all() {
        var signing = current().map(SigningKey::id).orElse(null);
        return list("order by createdAt desc, id desc").stream()
                .map(key -> SigningKeyView.of(key, key.id().equals(signing)))
                .toList();
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

    /** Creates a key that signs after this time. */
    SigningKey rotate(Duration from) {
        Instant now = clock.instant();
        var key = material.generate(now, now.plus(from));
        persistAndFlush(key);
        recomputeStatus(now);
        return key;
    }

    /** Each key stays valid until the tokens that it signed before its successor have expired. */
    private void recomputeStatus(Instant now) {
        var good = list(VALID + "order by signsFrom, id", now);
        Instant until = null;
        for (SigningKey key : good.reversed()) {
            key.verifyUntil(until);
            until = key.signsFrom().plus(LAST_TOKENS);
        }
        flush();
    }

    /** The key to sign a token with. */
    public Signer signer() {
        return material.signer(current().orElseThrow(() -> new IllegalStateException("There is no signing key")));
    }

    /** The key to verify a signature. Whether it is still valid is checked with the caller, at every request. */
    public Optional<PublicKey> verifier(UUID id) {
        return findByIdOptional(id).map(KeyMaterial::verifier);
    }

    /** The JWK set (RFC 7517) of the keys whose tokens are or will soon be valid. */
    String published() {
        return KeyMaterial.published(list(VALID + "order by signsFrom desc", clock.instant()));
    }

    Optional<SigningKey> current() {
        return find(SIGNING, clock.instant()).firstResultOptional();
    }

    SigningKeyView view(SigningKey key) {
        return SigningKeyView.of(
                key, current().filter(signing -> signing.id().equals(key.id())).isPresent());
    }

    void lockAll() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtext('signing keys'))")
                .getSingleResult();
    }
}
