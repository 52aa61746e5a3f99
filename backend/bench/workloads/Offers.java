import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** The open offers of the callers, each to be accepted once. When none is left, all of them are made open again. */
final class Offers implements Supplier<Exchange> {

    static final List<String> SILD =
            List.of("""
                set session_replication_role = replica;
                delete from opportunity o using rig.offered b where o.id = b.id and o.version <> b.version;
                insert into opportunity select * from rig.offered b
                 where not exists (select from opportunity o where o.id = b.id);
                delete from distribution d using rig.offer b where d.id = b.id and d.version <> b.version;
                insert into distribution select * from rig.offer b
                 where not exists (select from distribution d where d.id = b.id);
                delete from opportunity_event e using rig.offered b, rig.remembered r
                 where e.opportunity_id = b.id and e.at > r.at;
                delete from customer_partner c using rig.remembered r where c.since > r.at;
                select refresh_listed_opportunities(array(select id from rig.offered))\
                """, "vacuum" + " analyze" + " opportunity", "vacuum" + " analyze" + " distribution");
    static final List<String> THIN = List.of("""
        delete from thin.note n using rig.offered b, rig.remembered r
         where n.opportunity_id = b.id and n.created_at > r.at;
        update thin.opportunity o set status = 'DELIVERED', phase = null, accepted_at = null,
               offer_id = b.distribution_id, answer_by = b.answer_by,
               updated_at = b.updated_at, version = b.version
          from rig.offered b where o.id = b.id and o.version <> b.version\
        """, "vacuum analyze thin.opportunity");

    private final List<String[]> rows;
    private final Function<String[], Exchange> exchange;
    private final Database database;
    private final List<String> restoring;
    private final Deque<String[]> left = new ArrayDeque<>();

    Offers(List<String[]> rows, Function<String[], Exchange> exchange, Database database, List<String> restoring) {
        this.rows = rows;
        this.exchange = exchange;
        this.database = database;
        this.restoring = restoring;
    }

    /** Copies the rows that accepting changes, once for a database. */
    static void remember(Database database) throws SQLException {
        database.execute("""
            create table if not exists rig.remembered as select clock_timestamp() as at;
            create table if not exists rig.offer as select d.* from distribution d
             where d.status = 'DELIVERED' and d.partner_id in (select rig.id('partner', partner) from rig.caller);
            create table if not exists rig.offered as select o.* from opportunity o
             where o.id in (select opportunity_id from rig.offer);
            analyze rig.offer;
            analyze rig.offered\
            """);
    }

    void restore() throws SQLException {
        for (String sql : restoring) {
            database.execute(sql);
        }
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(rows.size()));
        left.clear();
        left.addAll(shuffled);
    }

    @Override
    public Exchange get() {
        return left.isEmpty() ? null : exchange.apply(left.removeFirst());
    }
}
