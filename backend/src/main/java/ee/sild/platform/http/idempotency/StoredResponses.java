package ee.sild.platform.http.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import ee.sild.platform.problem.KeyReused;
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

    /** Holds the lock until the end of the transaction. A concurrent request fails. */
    boolean lock(String key) {
        return (boolean)
                database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                        .setParameter("key", user.id() + hash(key))
                        .getSingleResult();
    }

    /** Throws the stored response to this request, if there is one. */
    void replay(String key, String fingerprint) {
        var kept = database.createNativeQuery("""
                select fingerprint, status, etag, location, body from idempotency_key
                where caller_id = :caller and key_hash = :hash and expires_at > :now""", Object[].class)
                .setParameter("caller", user.id())
                .setParameter("hash", hash(key))
                .setParameter("now", clock.instant())
                .getResultList();
        if (kept.isEmpty()) {
            return;
        }
        Object[] row = (Object[]) kept.getFirst();
        if (!row[0].equals(fingerprint)) {
            throw new KeyReused();
        }
        String body = AesGcm.open(key, (byte[]) row[4]);
        throw new Replay(new StoredResponse((int) row[1], (String) row[2], (String) row[3], body));
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
