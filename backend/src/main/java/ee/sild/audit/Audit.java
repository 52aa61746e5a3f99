package ee.sild.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.platform.Page;
import ee.sild.platform.Ref;
import ee.sild.platform.job.Job;
import ee.sild.platform.problem.Malformed;

/**
 * The audit log that the database writes about changes and denials, and the hash chain that proves it was not modified.
 */
@ApplicationScoped
class Audit implements Job {

    private static final String EVENTS = """
            select e.id, e.at, e.kind, e.actor_id, actor.name as actor_name, actor.partner_id as company_id,
              actor.partner_name as company_name, e.trace_id,
                   e.thing, e.thing_id, e.operation, cast(e.before as text) as before, cast(e.after as text) as after,
                     e.request, e.status, e.code,
                   e.address, s.position
              from audit_event e
              left join audit_seal s on s.event_id = e.id
              left join audit_actor actor on actor.id = e.actor_id
             where (cast(:kind as text) is null or e.kind = :kind)
               and (cast(:actor as uuid) is null or e.actor_id = :actor)
               and (cast(:thing as text) is null or e.thing = :thing)
               and (cast(:thingId as text) is null or e.thing_id = :thingId)
               and (cast(:before as bigint) is null or e.id < :before)
             order by e.id desc
            """;

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;

    Audit(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public String name() {
        return "seal-audit";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    @Transactional
    public void run() {
        database.createNativeQuery("select seal_audit()", Integer.class).getSingleResult();
    }

    Page<AuditEventView> search(AuditFilter filter) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = database.createNativeQuery(EVENTS, Tuple.class)
                .setParameter("kind", filter.kind == null ? null : filter.kind.name())
                .setParameter("actor", filter.actorId)
                .setParameter("thing", filter.thing)
                .setParameter("thingId", filter.thingId)
                .setParameter("before", before(filter.cursor))
                .setMaxResults(filter.limit + 1)
                .getResultList();
        var items = rows.stream().limit(filter.limit).map(this::view).toList();
        return new Page<>(
                items,
                rows.size() > filter.limit ? Long.toString(items.getLast().id()) : null,
                null);
    }

    private static Long before(String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? null : Long.valueOf(cursor);
        } catch (NumberFormatException unreadable) {
            throw new Malformed("cursor");
        }
    }

    private AuditEventView view(Tuple row) {
        var kind = AuditEventView.Kind.valueOf(row.get("kind", String.class));
        return new AuditEventView(
                ((Number) row.get("id")).longValue(),
                row.get("at", Instant.class),
                kind,
                Ref.orNull(new Ref(row.get("actor_id", UUID.class), row.get("actor_name", String.class))),
                Ref.orNull(new Ref(row.get("company_id", UUID.class), row.get("company_name", String.class))),
                row.get("trace_id", String.class),
                kind == AuditEventView.Kind.CHANGE ? change(row) : null,
                kind == AuditEventView.Kind.DENIAL ? denial(row) : null,
                row.get("position") == null ? null : ((Number) row.get("position")).longValue());
    }

    private AuditChangeView change(Tuple row) {
        return new AuditChangeView(
                row.get("thing", String.class),
                row.get("thing_id", String.class),
                AuditChangeView.Operation.valueOf(row.get("operation", String.class)),
                fields(row, "before"),
                fields(row, "after"));
    }

    private static AuditDenialView denial(Tuple row) {
        return new AuditDenialView(
                row.get("request", String.class),
                row.get("status", Integer.class),
                row.get("code", String.class),
                row.get("address", String.class));
    }

    private Map<String, Object> fields(Tuple row, String column) {
        try {
            String text = row.get(column, String.class);
            return text == null ? null : json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies the whole chain, which takes some seconds per million events. */
    AuditSealView check() {
        Tuple row = (Tuple) database.createNativeQuery("""
                select (select count(*) from audit_seal) as sealed, (select count(*) from audit_unsealed) as unsealed,
                       (select hash from audit_seal order by position desc limit 1) as hash,
                         broken_seal() as broken""", Tuple.class).getSingleResult();
        Number broken = (Number) row.get("broken");
        byte[] hash = row.get("hash", byte[].class);
        return new AuditSealView(
                ((Number) row.get("sealed")).longValue(),
                ((Number) row.get("unsealed")).longValue(),
                hash == null ? "" : HexFormat.of().formatHex(hash),
                broken == null,
                broken == null ? null : broken.longValue());
    }
}
