package ee.sild.platform.http.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.problem.KeyReused;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.CurrentUser;

/**
 * The responses to requests with an idempotency key. Each is encrypted with its key, of which only a hash is stored.
 */
@ApplicationScoped
class StoredResponses {

    private static final Duration KEPT = Duration.ofHours(24);

    private final CurrentUser user;
    private final EntityManager database;
    private final Clock clock;

    StoredResponses(CurrentUser user, EntityManager database, Clock clock) {
        this.user = user;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Locks the key until the end of the transaction, and throws the stored response to this request, if there is one.
     * A concurrent request with the key fails.
     */
    void open(String key, String fingerprint) {
        var stored = (Tuple)
                database.createNativeQuery("select * from open_idempotency_key(:caller, :hash, :now)", Tuple.class)
                        .setParameter("caller", user.id())
                        .setParameter("hash", hash(key))
                        .setParameter("now", clock.instant())
                        .getSingleResult();
        if (!stored.get("locked", Boolean.class)) {
            throw new RuleViolation("idempotency.running");
        }
        String before = stored.get("fingerprint", String.class);
        if (before == null) {
            return;
        }
        if (!before.equals(fingerprint)) {
            throw new KeyReused();
        }
        throw new Replay(new StoredResponse(
                stored.get("status", Integer.class),
                stored.get("etag", String.class),
                stored.get("location", String.class),
                AesGcm.open(key, stored.get("body", byte[].class))));
    }

    void keep(String key, String fingerprint, StoredResponse response) {
        Instant now = clock.instant();
        database.createNativeQuery("""
                insert into idempotency_key (caller_id, key_hash, fingerprint, status, etag, location, body,
                  created_at, expires_at)
                values (:caller, :hash, :fingerprint, :status, cast(:etag as text), cast(:location as text), :body,
                  :now, :until)
                on conflict (caller_id, key_hash) do update set fingerprint = excluded.fingerprint,
                  status = excluded.status,
                    etag = excluded.etag, location = excluded.location, body = excluded.body,
                      created_at = excluded.created_at,
                    expires_at = excluded.expires_at""")
                .setParameter("caller", user.id())
                .setParameter("hash", hash(key))
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", response.status())
                .setParameter("etag", response.etag())
                .setParameter("location", response.location())
                .setParameter("body", AesGcm.seal(key, response.body()))
                .setParameter("now", now)
                .setParameter("until", now.plus(KEPT))
                .executeUpdate();
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(AesGcm.digest("key of " + key));
    }
}
