package ee.sild.partner;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import ee.sild.platform.Money;
import ee.sild.platform.security.RowSecurity;
import ee.sild.settings.CurrencySettings;

/** Computes the results of a partner. */
@ApplicationScoped
class PartnerStatisticsQuery {

    private static final String STATISTICS = """
            select coalesce((select l.open from partner_load l where l.partner_id = :id), 0) as open,
                   count(*) filter (where w.status = 'DELIVERED') as offered,
                   count(*) filter (where w.status = 'WON') as won,
                   count(*) filter (where w.status = 'LOST') as lost,
                   coalesce(sum(to_base(w.actual_value, w.currency, w.closed_on)) filter (where w.status = 'WON'),
                     0) as won_value,
                   count(w.actual_value) filter (where w.status = 'WON'
                     and to_base(w.actual_value, w.currency, w.closed_on) is null) as unconverted,
                   (select r.acceptance from partner_response r where r.partner_id = :id) as acceptance,
                   (select r.hours from partner_response r where r.partner_id = :id) as hours
              from partner_work w
             where w.partner_id = :id
            """;

    private final EntityManager database;
    private final RowSecurity rows;
    private final CurrencySettings currency;

    PartnerStatisticsQuery(EntityManager database, RowSecurity rows, CurrencySettings currency) {
        this.database = database;
        this.rows = rows;
        this.currency = currency;
    }

    PartnerStatistics of(UUID id) {
        Tuple row = rows.asSystem(() -> (Tuple) database.createNativeQuery(STATISTICS, Tuple.class)
                .setParameter("id", id)
                .getSingleResult());
        long won = number(row, "won").longValue();
        long lost = number(row, "lost").longValue();
        return new PartnerStatistics(
                number(row, "open").longValue(),
                number(row, "offered").longValue(),
                won,
                lost,
                Money.of((BigDecimal) row.get("won_value"), currency.baseCurrency()),
                number(row, "unconverted").longValue(),
                ratio(row, "acceptance"),
                won + lost == 0 ? null : (double) won / (won + lost),
                ratio(row, "hours"));
    }

    private static Number number(Tuple row, String column) {
        return (Number) row.get(column);
    }

    private static Double ratio(Tuple row, String column) {
        return row.get(column) == null ? null : number(row, column).doubleValue();
    }
}
