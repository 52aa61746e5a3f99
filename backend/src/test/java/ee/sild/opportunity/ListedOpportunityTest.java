package ee.sild.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.GeneratedRows;
import ee.sild.platform.security.DatabaseActor;

import static org.assertj.core.api.Assertions.assertThat;

/** After random changes, opportunities are listed and searched as what they are. */
@QuarkusTest
class ListedOpportunityTest {

    private static final int CHANGES = 250;
    private static final String IN_THE_POOL = "opportunity where status = 'POOL'";
    private static final String SEARCHED_IN_THE_POOL =
            "searched_opportunity where viewer_id = '00000000-0000-0000-0000-000000000001'";
    /** The start of the transaction is the time of all changes that it makes. */
    private static final String WRONG_ALERTS = """
            select l.opportunity_id || ': ' || concat_ws(' ', l.alert, l.status, l.active_at, l.accepted_at, l.due_on)
              from listed_opportunity l
             where l.alert is distinct from alert_of(l.status, l.active_at, l.accepted_at, l.due_on, now() + cast(?1 as interval))
             limit 10""";

    private static final String WRONG_TOTALS = """
            select concat_ws(' ', viewer_id, visible_to, status, phase, alert, closed_on, sum(count), sum(value))
              from (select t.* from listed_opportunity l cross join total_of(l) t
                    union all
                    select viewer_id, visible_to, shared, status, phase, alert, closed_on, - count, - value, - forecast,
                           - actual, - exhausted, - extension_requested, - unconverted
                      from counted_opportunity) difference
             group by viewer_id, visible_to, shared, status, phase, alert, closed_on
            having (sum(count), sum(value), sum(forecast), sum(actual), sum(exhausted), sum(extension_requested),
                   sum(unconverted)) <> (0, 0, 0, 0, 0, 0, 0)
             limit 10""";

    @Inject
    Session session;

    /** Generated rows that change at random. */
    private final class World {

        final GeneratedRows rows;
        final List<UUID> partners = new ArrayList<>();
        final List<UUID> users = new ArrayList<>();
        final List<UUID> customers = new ArrayList<>();
        final List<UUID> opportunities = new ArrayList<>();
        final UUID creator;

        World(long seed) {
            rows = new GeneratedRows(session, new Random(seed));
            creator = rows.user("SALES", null);
            for (int i = 0; i < 3; i++) {
                UUID partner = rows.partner();
                partners.add(partner);
                users.add(rows.user("PARTNER_SELLER", partner));
                customers.add(rows.customer());
            }
            for (int i = 0; i < 20; i++) {
                create();
            }
        }

        void change() {
            List<Runnable> changes = List.of(
                    this::create,
                    this::move,
                    this::move,
                    this::move,
                    this::join,
                    this::leave,
                    this::act,
                    this::write,
                    this::merge,
                    this::rename,
                    this::edit,
                    this::recode,
                    this::addContact,
                    this::addContact,
                    this::removeContact,
                    this::editContact,
                    this::setRate,
                    this::removeRate,
                    this::setAlertPolicy,
                    this::addTotals);
            rows.oneOf(changes).run();
        }

        private void create() {
            UUID id = rows.id();
            opportunities.add(id);
            rows.run(
                    """
                    insert into opportunity (id, number, topic, customer_id, currency, estimated_value, source, status,
                      created_by, owner_id, created_at, updated_at, version)
                    values (?, ?, 'Generated', ?, ?, ?, 'DISTRIBUTED', 'NEW', ?, ?, now(), now(), 0)""",
                    id,
                    id.toString(),
                    rows.oneOf(customers),
                    rows.oneOf(List.of("EUR", "USD", "SEK")),
                    rows.chance(0.8) ? rows.oneOf(List.of(100, 2_500, 70_000)) : null,
                    creator,
                    creator);
        }

        /** To another status, with or without a partner. */
        private void move() {
            var status = rows.oneOf(List.of(OpportunityStatus.values()));
            boolean alone = status.isWorked() || status == OpportunityStatus.PENDING_APPROVAL;
            UUID partner = alone || status == OpportunityStatus.DELIVERED ? rows.oneOf(partners) : null;
            rows.run("""
                    update opportunity o
                       set status = s, phase = 'QUOTING', partner_id = p, collaboration_id = null,
                           partner_user_id = (select id from app_user u where u.partner_id = p and ? limit 1),
                           distribution_id = case when s = 'DELIVERED' then o.id end,
                           answer_by = case when s = 'DELIVERED' then now() end,
                           accepted_at = case when is_worked(s) then now() - interval '1 day' end,
                           actual_value = case when s = 'WON' then 12345 end,
                           closed_at = case when is_closed(s) then now() end,
                           closed_on = case when is_closed(s) then current_date - 3 end,
                           reason_code = case when s = 'LOST' then 'PRICE' end,
                           updated_at = clock_timestamp(), version = version + 1
                      from (values (cast(? as text), cast(? as uuid))) x (s, p)
                     where o.id = ? and o.collaboration_id is null""", rows.chance(0.5), status.name(), partner, rows.oneOf(opportunities));
        }

        private void join() {
            UUID opportunity = rows.oneOf(opportunities);
            UUID partner = rows.oneOf(partners);
            boolean joined = rows.chance(0.6);
            rows.run("""
                    update opportunity set collaboration_id = id, status = 'ACCEPTED', phase = 'QUOTING',
                      partner_id = null, partner_user_id = null, distribution_id = null, answer_by = null,
                      actual_value = null, closed_at = null, closed_on = null, version = version + 1
                     where id = ?""", opportunity);
            rows.run(
                    """
                    insert into collaborator (id, opportunity_id, collaboration_id, partner_id, partner_user_id,
                      distribution_id, lead, answer_by, joined_at, version)
                    values (?, ?, ?, ?, (select id from app_user where partner_id = ? and ? limit 1), ?, false,
                      case when ? then null else now() end, case when ? then clock_timestamp() end, 0)
                    on conflict (opportunity_id, partner_id) do update
                      set joined_at = excluded.joined_at, answer_by = excluded.answer_by,
                          partner_user_id = excluded.partner_user_id, version = collaborator.version + 1""",
                    rows.id(),
                    opportunity,
                    opportunity,
                    partner,
                    partner,
                    joined && rows.chance(0.5),
                    rows.id(),
                    joined,
                    joined);
        }

        private void leave() {
            rows.run(
                    "delete from collaborator where opportunity_id = ? and partner_id = ?",
                    rows.oneOf(opportunities),
                    rows.oneOf(partners));
        }

        private void act() {
            rows.run("""
                    insert into opportunity_event (id, opportunity_id, kind, by_partner, details, at)
                    values (?, ?, 'CHANGED', ?, '{}', clock_timestamp())""", rows.id(), rows.oneOf(opportunities), rows.chance(0.7));
        }

        private void write() {
            rows.run("""
                    insert into note (id, opportunity_id, author_id, visibility, text, by_partner, created_at, version)
                    values (?, ?, ?, 'EVERYONE', 'Generated', ?, clock_timestamp(), 0)""", rows.id(), rows.oneOf(opportunities), creator, rows.chance(0.7));
        }

        private void merge() {
            UUID gone = rows.oneOf(customers);
            UUID kept = rows.oneOf(customers);
            if (!gone.equals(kept)) {
                rows.run("select merge_customers(?, ?, now())", gone, kept);
            }
        }

        private void rename() {
            switch (rows.oneOf(List.of("customer", "partner", "user", "owner"))) {
                case "customer" -> name("customer", rows.oneOf(customers));
                case "partner" -> name("partner", rows.oneOf(partners));
                case "user" -> name("app_user", rows.oneOf(users));
                default -> name("app_user", creator);
            }
            pass("0");
        }

        private void name(String table, UUID id) {
            rows.run("update " + table + " set name = ? where id = ?", "Renamed " + rows.id(), id);
        }

        private void edit() {
            rows.run(
                    "update opportunity set topic = ?, version = version + 1 where id = ?",
                    "Topic " + rows.id(),
                    rows.oneOf(opportunities));
        }

        private void recode() {
            rows.run(
                    "update customer set "
                            + rows.oneOf(List.of(
                                    "registry_code = upper(?)",
                                    "vat_number = upper(replace(?, '-', ''))",
                                    "web_domain = ? || '.example'"))
                            + " where id = ?",
                    rows.chance(0.2) ? null : rows.id().toString(),
                    rows.oneOf(customers));
        }

        /** A new contact or an existing one. */
        private void addContact() {
            UUID opportunity = rows.oneOf(opportunities);
            if (rows.chance(0.5)) {
                rows.run("""
                        insert into customer_contact (id, customer_id, name, email, created_at, version)
                        select ?, o.customer_id, 'Contact', 'contact@x.example', now(), 0 from opportunity o
                         where o.id = ?""", rows.id(), opportunity);
            }
            rows.run("""
                    insert into opportunity_contact (opportunity_id, contact_id)
                    select o.id, c.id from opportunity o join customer_contact c on c.customer_id = o.customer_id
                     where o.id = ? order by md5(c.id::text || ?) limit 1
                        on conflict do nothing""", opportunity, rows.id().toString());
        }

        private void removeContact() {
            rows.run("delete from opportunity_contact where opportunity_id = ?", rows.oneOf(opportunities));
        }

        private void editContact() {
            rows.run(
                    "update customer_contact set " + rows.oneOf(List.of("name", "email"))
                            + " = ? where customer_id = ?",
                    "Renamed " + rows.id(),
                    rows.oneOf(customers));
        }

        private void setRate() {
            rows.run(
                    """
                    insert into exchange_rate (currency, valid_from, rate) values (?, current_date - ?::int, ?)
                    on conflict (currency, valid_from) do update set rate = excluded.rate""",
                    rows.oneOf(List.of("USD", "SEK")),
                    rows.oneOf(List.of(-2, 0, 1, 3, 30)),
                    rows.oneOf(List.of(2, 4, 11)));
        }

        private void setAlertPolicy() {
            rows.run(
                    "update policy set stalled_after_days = ?, new_after_hours = ?",
                    rows.oneOf(List.of(1, 2, 30)),
                    rows.oneOf(List.of(12, 36)));
            pass("0");
        }

        private void addTotals() {
            session.createNativeQuery("select add_opportunity_totals(20)", Integer.class)
                    .getSingleResult();
        }

        private void removeRate() {
            rows.run(
                    "delete from exchange_rate where currency = ? and valid_from = current_date - ?::int",
                    rows.oneOf(List.of("USD", "SEK")),
                    rows.oneOf(List.of(-2, 0, 1, 3, 30)));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void listed_opportunities_follow_all_changes(long seed) {
        DatabaseActor.SYSTEM.act(() -> {
            QuarkusTransaction.begin();
            try {
                pass("0");
                var world = new World(seed);
                for (int i = 0; i < CHANGES; i++) {
                    world.change();
                    if (i % 10 == 0) {
                        assertListed();
                    }
                }
                for (int i = 0; i < 10; i++) {
                    world.addContact();
                }
                while (count(IN_THE_POOL) == 0) {
                    world.move();
                }
                assertListed();
                assertThat(count("listed_opportunity")).isGreaterThan(world.opportunities.size());
                for (String later : List.of("1 hour", "20 hours", "3 days", "40 days")) {
                    pass(later);
                    assertThat(wrongAlerts(later)).isEmpty();
                    assertThat(session.createNativeQuery(WRONG_TOTALS, String.class)
                                    .getResultList())
                            .isEmpty();
                }
                assertThat(count("searched_opportunity where searched like '%contact%'"))
                        .isPositive();
                assertThat(count(SEARCHED_IN_THE_POOL)).isEqualTo(count(IN_THE_POOL));
            } finally {
                QuarkusTransaction.rollback();
            }
            return null;
        });
    }

    /** What the other tests of this run have changed by using the product. */
    @Test
    void the_opportunities_of_other_tests_are_listed() {
        assertThat(DatabaseActor.SYSTEM.act(
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            pass("0");
                            return differences();
                        })))
                .isEmpty();
    }

    private void assertListed() {
        assertThat(differences()).isEmpty();
        assertThat(wrongAlerts("0")).isEmpty();
        assertThat(session.createNativeQuery(WRONG_TOTALS, String.class).getResultList())
                .isEmpty();
    }

    private void pass(String time) {
        int examined;
        do {
            examined = session.createNativeQuery(
                            "select refresh_listing(now() + cast(?1 as interval), 50)", Integer.class)
                    .setParameter(1, time)
                    .getSingleResult();
        } while (examined > 0);
    }

    private List<String> wrongAlerts(String later) {
        return session.createNativeQuery(WRONG_ALERTS, String.class)
                .setParameter(1, later)
                .getResultList();
    }

    private List<String> differences() {
        return ListedDifferences.find(session, null);
    }

    private long count(String rows) {
        return session.createNativeQuery("select count(*) from " + rows, Long.class)
                .getSingleResult();
    }
}
