package ee.sild.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.platform.Page;

import static java.util.stream.Collectors.joining;

/** Lists the events of the audit log: the changes and denials that the database records. */
@ApplicationScoped
class AuditEvents {

    /** The first condition alone excludes the partitions of later months. */
    private static final String CONTINUED = "e.at <= :at and (e.at, e.id) < (:at, :id)";

    private final EntityManager database;
    private final ObjectMapper json;

    AuditEvents(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Page<AuditEventView> search(AuditFilter filter) {
        var conditions = new LinkedHashMap<String, Object>();
        add(conditions, "e.actor_id = :actor", filter.actorId);
        add(conditions, "e.thing = :thing", filter.thing);
        add(conditions, "e.thing_id = :thingId", filter.thingId);
        var query = AuditCursor.read(filter.cursor)
                .map(cursor -> query(conditions, filter, CONTINUED)
                        .setParameter("at", cursor.at())
                        .setParameter("id", cursor.id()))
                .orElseGet(() -> query(conditions, filter, "true"));
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query.getResultList();
        var items = rows.stream()
                .limit(filter.limit)
                .map(row -> new AuditEventRow(row, json).view())
                .toList();
        return new Page<>(
                items,
                rows.size() > filter.limit ? AuditCursor.after(items.getLast()).text() : null,
                null);
    }

    private static void add(Map<String, Object> conditions, String condition, Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }

    /** A literal, because an index contains denials only. */
    private static String kind(AuditFilter filter) {
        return filter.kind == null ? "true" : "e.kind = '" + filter.kind.name() + "'";
    }

    /**
     * First the page, from one index, and then what it shows. Only with the conditions that there are: PostgreSQL keeps
     * one plan for all values of a statement.
     */
    private Query query(Map<String, Object> conditions, AuditFilter filter, String more) {
        var all = Stream.concat(conditions.keySet().stream(), Stream.of(kind(filter), more))
                .collect(joining(" and "));
        var query = database.createNativeQuery("""
                with page as materialized (
                    select e.id, e.at from audit_event e
                     where %s
                     order by e.at desc, e.id desc
                     limit %d)
                select e.id, e.at, e.kind, e.actor_id, actor.name as actor_name, actor.partner_id as company_id,
                  actor.partner_name as company_name, e.trace_id,
                       e.thing, e.thing_id, e.operation, cast(e.before as text) as before, cast(e.after as text) as after,
                         e.request, e.status, e.code,
                       e.address, s.position
                  from page
                  join audit_event e on e.at = page.at and e.id = page.id
                  left join audit_seal s on s.event_at = page.at and s.event_id = page.id
                  left join audit_actor actor on actor.id = e.actor_id
                 order by page.at desc, page.id desc
                """.formatted(all, filter.limit + 1), Tuple.class);
        conditions.forEach(
                (condition, value) -> query.setParameter(condition.substring(condition.indexOf(':') + 1), value));
        return query;
    }
}
