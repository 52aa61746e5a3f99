package ee.sild.distribution.matching;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import ee.sild.distribution.matching.PartnerSnapshot.Need;

/** Queries what an opportunity requires, and the current state of the partners. */
final class NeedQueries {

    private static final String NEED = """
            select o.territory_id, c.managing_partner_id, value_for_rules(o.estimated_value, o.currency, ?) as value,
                   array(select n.competency_id from opportunity_competency n
                     where n.opportunity_id = o.id) as competencies
              from opportunity o join customer c on c.id = o.customer_id where o.id = ?""";
    private static final String AROUND = "select id, steps from territories_around(?::uuid)";
    private static final String LOAD = "select partner_id, open::int from partner_load";
    private static final String REFUSALS = """
            select distinct d.partner_id from distribution d where d.opportunity_id = ? and d.status in ('DECLINED',
              'EXPIRED', 'RETURNED')""";
    private static final String HOLDERS = "select distinct partner_id from exclusive_partners(array[?::uuid], ?)";
    private static final String RECENT =
            "select d.partner_id, max(d.delivered_at) from distribution d where d.delivered_at > ? "
                    + "group by d.partner_id";
    /**
     * Later deliveries are looked up. Earlier ones are in the partner statistics, which are recomputed more often than
     * this.
     */
    private static final Duration LATELY = Duration.ofHours(2);

    private NeedQueries() {}

    static Need of(UUID opportunity, Connection connection, Instant now, LocalDate today) throws SQLException {
        try (var statement = connection.prepareStatement(NEED)) {
            statement.setObject(1, today);
            statement.setObject(2, opportunity);
            var row = statement.executeQuery();
            row.next();
            var territory = row.getObject("territory_id", UUID.class);
            return new Need(
                    territory == null,
                    map(connection, AROUND, rows -> rows.getInt(2), territory),
                    Set.of((UUID[]) row.getArray("competencies").getArray()),
                    row.getBigDecimal("value"),
                    row.getObject("managing_partner_id", UUID.class),
                    map(connection, LOAD, rows -> rows.getInt(2)),
                    map(connection, REFUSALS, rows -> true, opportunity).keySet(),
                    map(connection, HOLDERS, rows -> true, opportunity, now.atOffset(ZoneOffset.UTC))
                            .keySet(),
                    map(
                            connection,
                            RECENT,
                            rows -> rows.getObject(2, OffsetDateTime.class).toInstant(),
                            now.minus(LATELY).atOffset(ZoneOffset.UTC)));
        }
    }

    @FunctionalInterface
    private interface Value<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Map<UUID, T> map(Connection connection, String sql, Value<T> value, Object... parameters)
            throws SQLException {
        var found = new HashMap<UUID, T>();
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            var rows = query.executeQuery();
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), value.of(rows));
            }
        }
        return found;
    }
}
