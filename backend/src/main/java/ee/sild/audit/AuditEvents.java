package ee.sild.audit;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.platform.Page;
import ee.sild.platform.problem.Malformed;

/** Lists the events of the audit log: the changes and denials that the database records. */
@ApplicationScoped
class AuditEvents {

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

    private final EntityManager database;
    private final ObjectMapper json;

    AuditEvents(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
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
        var items = rows.stream()
                .limit(filter.limit)
                .map(row -> new AuditEventRow(row, json).view())
                .toList();
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
}
