package ee.sild.platform.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.problem.KeyReused;
import ee.sild.platform.problem.Malformed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.AesGcm;
import ee.sild.platform.security.CurrentUser;

/**
 * Makes retried POSTs safe: stores the first response under its key in the same transaction as its effect, and returns
 * it again for the same caller, operation and body. Roles and scopes are checked again before. Failures are not stored:
 * nothing happened, so the request may be retried.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final CurrentUser user;
    private final HttpHeaders headers;
    private final UriInfo address;
    private final ETags etags;
    private final ObjectMapper json;
    private final EntityManager database;
    private final Clock clock;

    Idempotency(
            CurrentUser user,
            HttpHeaders headers,
            UriInfo address,
            ETags etags,
            ObjectMapper json,
            EntityManager database,
            Clock clock) {
        this.user = user;
        this.headers = headers;
        this.address = address;
        this.etags = etags;
        this.json = json;
        this.database = database;
        this.clock = clock;
    }

    @AroundInvoke
    Object once(InvocationContext operation) throws Exception {
        String key = operation.getMethod().isAnnotationPresent(POST.class) ? headers.getHeaderString(HEADER) : null;
        if (key == null || user.callerOrNull() == null) {
            return operation.proceed();
        }
        if (!KEY.matcher(key).matches()) {
            throw new Malformed("idempotency.key");
        }
        String hash = hash(key);
        String fingerprint = fingerprint(operation);
        if (!lock(hash)) {
            throw new RuleViolation("idempotency.running");
        }
        replay(key, hash, fingerprint);
        Object answer = operation.proceed();
        keep(key, hash, fingerprint, status(operation, answer), answer);
        return answer;
    }

    /** Holds the lock until the end of the transaction. A concurrent request fails. */
    private boolean lock(String hash) {
        return (boolean)
                database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))", Boolean.class)
                        .setParameter("key", user.id() + hash)
                        .getSingleResult();
    }

    private void replay(String key, String hash, String fingerprint) {
        var kept = database.createNativeQuery("""
                select fingerprint, status, etag, location, body from idempotency_key
                where caller_id = :caller and key_hash = :hash and expires_at > :now""", Object[].class)
                .setParameter("caller", user.id())
                .setParameter("hash", hash)
                .setParameter("now", clock.instant())
                .getResultList();
        if (kept.isEmpty()) {
            return;
        }
        Object[] row = (Object[]) kept.getFirst();
        if (!row[0].equals(fingerprint)) {
            throw new KeyReused();
        }
        throw new Replay((int) row[1], (String) row[2], (String) row[3], AesGcm.open(key, (byte[]) row[4]));
    }

    private void keep(String key, String hash, String fingerprint, int status, Object answer)
            throws JsonProcessingException {
        database.flush();
        String body = answer == null ? "" : json.writeValueAsString(answer);
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
                .setParameter("hash", hash)
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", status)
                .setParameter("etag", etags.tag(answer))
                .setParameter("location", status == 201 ? etags.location(address, answer) : null)
                .setParameter("body", AesGcm.seal(key, body))
                .setParameter("now", now)
                .setParameter("until", now.plus(KEPT))
                .executeUpdate();
    }

    private static int status(InvocationContext operation, Object answer) {
        var declared = operation.getMethod().getAnnotation(ResponseStatus.class);
        return declared != null ? declared.value() : answer == null ? 204 : 200;
    }

    private static String hash(String key) {
        return HexFormat.of().formatHex(AesGcm.digest("key of " + key));
    }

    /** A hash of the operation and everything sent to it. */
    private String fingerprint(InvocationContext operation) throws JsonProcessingException {
        String sent = address.getPath() + "\n" + headers.getHeaderString(HttpHeaders.IF_MATCH) + "\n"
                + json.writeValueAsString(operation.getParameters());
        return HexFormat.of().formatHex(AesGcm.digest(sent));
    }
}
