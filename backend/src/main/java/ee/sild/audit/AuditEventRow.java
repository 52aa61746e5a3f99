package ee.sild.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.platform.Ref;

/** A row of the audit log as an event of the API. */
record AuditEventRow(Tuple row, ObjectMapper json) {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    AuditEventView view() {
        var kind = AuditEventView.Kind.valueOf(row.get("kind", String.class));
        return new AuditEventView(
                ((Number) row.get("id")).longValue(),
                row.get("at", Instant.class),
                kind,
                Ref.orNull(new Ref(row.get("actor_id", UUID.class), row.get("actor_name", String.class))),
                Ref.orNull(new Ref(row.get("company_id", UUID.class), row.get("company_name", String.class))),
                row.get("trace_id", String.class),
                kind == AuditEventView.Kind.CHANGE ? change() : null,
                kind == AuditEventView.Kind.DENIAL ? denial() : null,
                row.get("position") == null ? null : ((Number) row.get("position")).longValue());
    }

    private AuditChangeView change() {
        return new AuditChangeView(
                row.get("thing", String.class),
                row.get("thing_id", String.class),
                AuditChangeView.Operation.valueOf(row.get("operation", String.class)),
                fields("before"),
                fields("after"));
    }

    private AuditDenialView denial() {
        return new AuditDenialView(
                row.get("request", String.class),
                row.get("status", Integer.class),
                row.get("code", String.class),
                row.get("address", String.class));
    }

    private Map<String, Object> fields(String column) {
        try {
            String text = row.get(column, String.class);
            return text == null ? null : json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
