package ee.sild.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.GeneratedRows;
import ee.sild.opportunity.list.OpportunityFilter;
import ee.sild.opportunity.list.OpportunityList;
import ee.sild.opportunity.list.OpportunitySummary;
import ee.sild.partner.PartnerStatus;
import ee.sild.platform.http.Pages;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.KnownCaller;
import ee.sild.platform.security.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The rules that Java and SQL share say the same of generated rows. */
@QuarkusTest
class VisibilityTest {

    private static final int OPPORTUNITIES = 150;
    private static final Set<OpportunityStatus> WITHOUT_PARTNER = Set.of(
            OpportunityStatus.NEW,
            OpportunityStatus.POOL,
            OpportunityStatus.DECLINED,
            OpportunityStatus.EXPIRED,
            OpportunityStatus.RETURNED);

    @Inject
    Session session;

    @Inject
    Opportunities opportunities;

    @Inject
    OpportunityList list;

    /** The generated rows of one run. */
    private final class World {

        final GeneratedRows rows;
        final List<UUID> partners = new ArrayList<>();
        final Map<UUID, List<UUID>> sellers = new HashMap<>();
        final List<UUID> ids = new ArrayList<>();
        final Map<UUID, Long> load = new HashMap<>();
        final UUID customer;
        final UUID competency;
        final UUID creator;

        World(long seed) {
            rows = new GeneratedRows(session, new Random(seed));
            customer = rows.customer();
            creator = rows.user("SALES", null);
            competency = rows.id();
            rows.run("insert into competency (id, name) values (?, ?)", competency, "Generated " + competency);
            for (int i = 0; i < 3; i++) {
                UUID partner = rows.partner();
                partners.add(partner);
                sellers.put(
                        partner, List.of(rows.user("PARTNER_SELLER", partner), rows.user("PARTNER_SELLER", partner)));
            }
            rows.run("insert into partner_competency values (?, ?)", partners.getFirst(), competency);
            for (int i = 0; i < OPPORTUNITIES; i++) {
                opportunity(rows.oneOf(List.of(OpportunityStatus.values())));
            }
            session.clear();
        }

        private void opportunity(OpportunityStatus status) {
            boolean shared = (status == OpportunityStatus.DELIVERED || status.isWorked() || status.isClosed())
                    && rows.chance(0.4);
            boolean alone = !shared && !WITHOUT_PARTNER.contains(status) && (!status.isClosed() || rows.chance(0.8));
            UUID partner = alone ? rows.oneOf(partners) : null;
            UUID assignee = alone && rows.chance(0.6) ? rows.oneOf(sellers.get(partner)) : null;
            UUID id = rows.id();
            ids.add(id);
            rows.run(
                    """
                    insert into opportunity (id, number, topic, customer_id, currency, source, status, phase,
                      partner_id, partner_user_id, collaboration_id, distribution_id, created_by, actual_value,
                      closed_at, closed_on, reason_code, created_at, updated_at, version)
                    select ?, ?, 'Generated', ?, 'EUR', 'DISTRIBUTED', s, 'QUOTING', ?::uuid, ?::uuid, ?::uuid,
                           ?::uuid, ?, case when s = 'WON' then 1 end, case when is_closed(s) then now() end,
                           case when is_closed(s) then current_date end, case when s = 'LOST' then 'PRICE' end,
                           now(), now(), 0
                      from (values (?)) x (s)""",
                    id,
                    id.toString(),
                    customer,
                    partner,
                    assignee,
                    shared ? id : null,
                    status == OpportunityStatus.DELIVERED && !shared ? rows.id() : null,
                    creator,
                    status.name());
            if (rows.chance(0.3)) {
                rows.run("insert into opportunity_competency values (?, ?)", id, competency);
            }
            if (alone && status.isWorked()) {
                load.merge(partner, 1L, Long::sum);
            }
            if (shared) {
                partners.forEach(one -> collaborator(id, status, one));
            }
        }

        private void collaborator(UUID opportunity, OpportunityStatus status, UUID partner) {
            if (rows.chance(0.3)) {
                return;
            }
            boolean joined = status != OpportunityStatus.DELIVERED && rows.chance(0.7);
            rows.run(
                    """
                    insert into collaborator (id, opportunity_id, collaboration_id, partner_id, partner_user_id,
                      distribution_id, lead, answer_by, joined_at, version)
                    values (?, ?, ?, ?, ?::uuid, ?, false, case when ? then null else now() end,
                      case when ? then now() end, 0)""",
                    rows.id(),
                    opportunity,
                    opportunity,
                    partner,
                    joined && rows.chance(0.6) ? rows.oneOf(sellers.get(partner)) : null,
                    rows.id(),
                    joined,
                    joined);
            if (joined && status.isWorked()) {
                load.merge(partner, 1L, Long::sum);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_finder_the_list_and_the_policies_show_the_same_opportunities(long seed) {
        inWorld(seed, world -> {
            int seen = 0;
            for (UUID partner : world.partners) {
                var viewers = new ArrayList<>(List.of(
                        new KnownCaller(world.rows.id(), Role.PARTNER_ADMIN, partner),
                        new KnownCaller(world.rows.id(), Role.PARTNER_MANAGER, partner)));
                world.sellers
                        .get(partner)
                        .forEach(seller -> viewers.add(new KnownCaller(seller, Role.PARTNER_SELLER, partner)));
                for (var viewer : viewers) {
                    var found = new TreeSet<UUID>();
                    var outsideThePool = new TreeSet<UUID>();
                    for (UUID id : world.ids) {
                        opportunities.find(id, viewer).ifPresent(opportunity -> {
                            found.add(id);
                            if (opportunity.status() != OpportunityStatus.POOL) {
                                outsideThePool.add(id);
                            }
                        });
                    }
                    assertThat(byPolicies(world.ids, viewer)).as("%s", viewer).isEqualTo(found);
                    assertThat(listed(viewer)).as("%s", viewer).isEqualTo(outsideThePool);
                    seen += found.size();
                }
            }
            assertThat(seen).isBetween(50, world.ids.size() * 6);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void a_partners_load_is_what_it_works_on_alone_and_together(long seed) {
        inWorld(seed, world -> {
            for (UUID partner : world.partners) {
                Number open = (Number) session.createNativeQuery(
                                "select open from partner_load where partner_id = :partner", Object.class)
                        .setParameter("partner", partner)
                        .getSingleResult();
                assertThat(open.longValue()).isEqualTo(world.load.get(partner)).isPositive();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(OpportunityStatus.class)
    void statuses_are_worked_and_closed_in_sql_as_in_java(OpportunityStatus status) {
        assertThat(is("is_worked", status)).isEqualTo(status.isWorked());
        assertThat(is("is_closed", status)).isEqualTo(status.isClosed());
    }

    @Test
    void one_status_of_a_partner_is_active() {
        assertThat(PartnerStatus.values())
                .allSatisfy(status ->
                        assertThat(is("is_active_partner", status)).isEqualTo(status == PartnerStatus.ACTIVE));
    }

    private boolean is(String function, Enum<?> status) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery("select " + function + "(:status)", Boolean.class)
                        .setParameter("status", status.name())
                        .getSingleResult());
    }

    private void inWorld(long seed, Consumer<World> check) {
        DatabaseActor.SYSTEM.act(() -> {
            QuarkusTransaction.begin();
            try {
                check.accept(new World(seed));
            } finally {
                QuarkusTransaction.rollback();
            }
            return null;
        });
    }

    private Set<UUID> byPolicies(List<UUID> ids, KnownCaller viewer) {
        actFor("PARTNER", viewer.partnerId().toString(), viewer.id().toString(), viewer.isSeller() ? "yes" : "");
        var seen = session.createNativeQuery("select id from opportunity where id in (:ids)", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        actFor("SYSTEM", "", "", "");
        return new TreeSet<>(seen);
    }

    private Set<UUID> listed(KnownCaller viewer) {
        var listed = new TreeSet<UUID>();
        list.search(new OpportunityFilter(), Pages.of(OPPORTUNITIES), viewer).items().stream()
                .map(OpportunitySummary::id)
                .forEach(listed::add);
        return listed;
    }

    private void actFor(String side, String partner, String person, String seller) {
        session.createNativeQuery("""
                select set_config('sild.side', :side, true) || set_config('sild.partner', :partner, true)
                  || set_config('sild.person', :person, true) || set_config('sild.seller', :seller, true)
                  || set_config('role', session_user || '_' || lower(:side), true)""", String.class)
                .setParameter("side", side)
                .setParameter("partner", partner)
                .setParameter("person", person)
                .setParameter("seller", seller)
                .getSingleResult();
    }
}
