package ee.sild.distribution.eligibility;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.GeneratedRows;
import ee.sild.TestDatabase;
import ee.sild.distribution.matching.MatchView;
import ee.sild.distribution.matching.Matching;
import ee.sild.distribution.matching.MatchingWeights;
import ee.sild.opportunity.Opportunities;
import ee.sild.opportunity.eligibility.EligiblePartners;
import ee.sild.opportunity.state.MatchingRule;
import ee.sild.platform.security.DatabaseActor;
import ee.sild.platform.security.KnownCaller;
import ee.sild.platform.security.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For generated partners, records of companies, registrations and opportunities, every way in has the same opinion of
 * who is eligible: matching, naming and the pool, and a model that was written from the product's rules.
 */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EligibilityTest {

    private static final int OPPORTUNITIES = 60;
    private static final int CUSTOMERS = 14;
    private static final List<String> VAT_FORMS = List.of("EE%s", "%s");

    @Inject
    Session session;

    @Inject
    Matching matching;

    @Inject
    EligiblePartners eligible;

    @Inject
    Opportunities opportunities;

    private record GeneratedPartner(
            UUID id,
            boolean active,
            LocalDate until,
            Set<UUID> territories,
            Set<UUID> competencies,
            BigDecimal from,
            BigDecimal to,
            Integer capacity) {}

    private record GeneratedOpportunity(
            UUID id,
            UUID customer,
            String status,
            UUID territory,
            Set<UUID> competencies,
            Set<UUID> lines,
            BigDecimal value,
            boolean rated) {}

    private record GeneratedRegistration(UUID opportunity, UUID customer, UUID partner, UUID line) {}

    /** The generated rows of one run, and what the rules say about them. */
    private final class World {

        final GeneratedRows rows;
        final Instant now = Instant.now();
        final LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        final UUID staff;
        final UUID country;
        final List<UUID> territories = new ArrayList<>();
        final List<UUID> competencies = new ArrayList<>();
        final List<UUID> lines = new ArrayList<>();
        final List<GeneratedPartner> partners = new ArrayList<>();
        final List<UUID> customers = new ArrayList<>();
        final Map<UUID, UUID> company = new HashMap<>();
        final List<GeneratedOpportunity> offered = new ArrayList<>();
        final List<GeneratedRegistration> exclusive = new ArrayList<>();
        final Map<UUID, Integer> load = new HashMap<>();
        final Map<UUID, Set<UUID>> refused = new HashMap<>();
        private final Set<String> taken = new HashSet<>();

        World(long seed) {
            rows = new GeneratedRows(session, new Random(seed));
            staff = rows.user("SALES", null);
            country = reference("territory", null);
            territories.add(country);
            territories.add(reference("territory", country));
            territories.add(reference("territory", country));
            territories.add(reference("territory", territories.get(1)));
            for (int i = 0; i < 2; i++) {
                competencies.add(reference("competency", null));
                lines.add(reference("product_line", null));
            }
            for (int i = 0; i < 8; i++) {
                partners.add(partner());
            }
            for (int i = 0; i < CUSTOMERS; i++) {
                customers.add(rows.customer());
                company.put(customers.getLast(), customers.getLast());
            }
            for (int i = 0; i < CUSTOMERS; i++) {
                connect(rows.oneOf(customers), rows.oneOf(customers), i);
            }
            for (int i = 0; i < 12; i++) {
                work();
                register();
            }
            for (int i = 0; i < OPPORTUNITIES; i++) {
                offered.add(opportunity(rows.chance(0.6) ? "POOL" : "NEW"));
            }
            session.flush();
            session.clear();
        }

        private UUID reference(String table, UUID parent) {
            UUID id = rows.id();
            if (table.equals("territory")) {
                rows.run("insert into territory (id, name, parent_id) values (?, ?, ?::uuid)", id, "G " + id, parent);
            } else {
                rows.run("insert into " + table + " (id, name) values (?, ?)", id, "G " + id);
            }
            return id;
        }

        private <T> Set<T> some(List<T> of, double share) {
            return of.stream().filter(one -> rows.chance(share)).collect(Collectors.toSet());
        }

        private GeneratedPartner partner() {
            var partner = new GeneratedPartner(
                    rows.partner(),
                    rows.chance(0.9),
                    rows.oneOf(Arrays.asList(null, today, today.minusDays(1), today.plusDays(9), null)),
                    rows.chance(0.3) ? Set.of(country) : some(territories, 0.3),
                    some(competencies, 0.7),
                    rows.chance(0.2) ? BigDecimal.valueOf(1000) : null,
                    rows.chance(0.3) ? BigDecimal.valueOf(2000) : null,
                    rows.chance(0.5) ? rows.oneOf(List.of(0, 1, 2, 20)) : null);
            rows.run(
                    """
                    update partner set status = ?, programme_until = ?::date, revenue_from = ?::numeric,
                      revenue_to = ?::numeric, capacity = ?::int, version = ? where id = ?""",
                    partner.active() ? "ACTIVE" : "SUSPENDED",
                    partner.until(),
                    partner.from(),
                    partner.to(),
                    partner.capacity(),
                    // Matching caches the partners until their versions change.
                    rows.id().getLeastSignificantBits() >>> 24,
                    partner.id());
            partner.territories()
                    .forEach(one -> rows.run("insert into partner_territory values (?, ?)", partner.id(), one));
            partner.competencies()
                    .forEach(one -> rows.run("insert into partner_competency values (?, ?)", partner.id(), one));
            return partner;
        }

        /** Two records become one company by an identifier or by a decision, or a decision says that they are not. */
        private void connect(UUID one, UUID other, int number) {
            if (one.equals(other)) {
                return;
            }
            switch (number % 4) {
                case 0 -> {
                    if (!takeBoth("code ", one, other)) {
                        return;
                    }
                    String code = "9" + digits();
                    rows.run(
                            "update customer set registry_code = ?, brought_by = ? where id = ?",
                            code,
                            partners.get(0).id(),
                            one);
                    rows.run(
                            "update customer set registry_code = ? where id = ?",
                            code.substring(0, 3) + "-" + code.substring(3),
                            other);
                }
                case 1 -> {
                    if (!takeBoth("vat ", one, other)) {
                        return;
                    }
                    String digits = digits();
                    for (UUID each : List.of(one, other)) {
                        rows.run(
                                "update customer set vat_number = ? where id = ?",
                                rows.oneOf(VAT_FORMS).formatted(digits),
                                each);
                    }
                }
                case 2 -> {
                    if (!decide(one, other, true)) {
                        return;
                    }
                }
                default -> {
                    decide(one, other, false);
                    return;
                }
            }
            UUID from = company.get(one);
            UUID to = company.get(other);
            company.replaceAll((record, its) -> its.equals(from) ? to : its);
        }

        private boolean takeBoth(String what, UUID one, UUID other) {
            return !taken.contains(what + one)
                    && !taken.contains(what + other)
                    && taken.addAll(Set.of(what + one, what + other));
        }

        private String digits() {
            return rows.id().toString().replaceAll("[^0-9]", "");
        }

        private boolean decide(UUID one, UUID other, boolean same) {
            var pair = new TreeSet<>(List.of(one.toString(), other.toString()));
            if (!taken.add("pair " + pair)) {
                return false;
            }
            rows.run("""
                    insert into company_decision values (least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, ?, now())""", one, other, one, other, same, staff);
            return true;
        }

        private UUID insert(
                UUID customer, String status, UUID partner, UUID territory, BigDecimal value, String currency) {
            UUID id = rows.id();
            rows.run("""
                    insert into opportunity (id, number, topic, customer_id, currency, source, status, phase, partner_id,
                      created_by, territory_id, estimated_value, created_at, updated_at, version)
                    values (?, ?, 'Generated', ?, ?, 'DISTRIBUTED', ?, 'QUOTING', ?::uuid, ?, ?::uuid, ?::numeric, now(),
                      now(), 0)""", id, id.toString(), customer, currency, status, partner, staff, territory, value);
            return id;
        }

        /** A partner works on something. */
        private void work() {
            var partner = rows.oneOf(partners);
            insert(rows.oneOf(customers), "ACCEPTED", partner.id(), null, null, "EUR");
            load.merge(partner.id(), 1, Integer::sum);
        }

        /** A partner has registered a deal, and is exclusive or no longer. */
        private void register() {
            var partner = rows.oneOf(partners);
            UUID customer = rows.oneOf(customers);
            UUID line = rows.oneOf(lines);
            boolean current = rows.chance(0.7);
            if (!taken.add("exclusive " + customer + line)) {
                return;
            }
            UUID own = insert(customer, "ACCEPTED", partner.id(), null, null, "EUR");
            load.merge(partner.id(), 1, Integer::sum);
            UUID id = rows.id();
            rows.run("""
                    insert into deal_registration (id, number, opportunity_id, topic, customer_id, customer_name,
                      partner_id, status, submitted_by, submitted_at, decide_by, exclusive_from, exclusive_until, version)
                    values (?, ?, ?, 'Generated', ?, 'Generated', ?, 'APPROVED', ?, now(), now(),
                      now() - interval '9 days', now() + case when ? then interval '9 days' else interval '-8 days' end, 0)""", id, id.toString(), own, customer, partner.id(), staff, current);
            rows.run(
                    "insert into deal_registration_product_line (registration_id, product_line_id) values (?, ?)",
                    id,
                    line);
            if (current) {
                exclusive.add(new GeneratedRegistration(own, customer, partner.id(), line));
            }
        }

        private GeneratedOpportunity opportunity(String status) {
            boolean rated = rows.chance(0.7);
            var value = rows.chance(0.8) ? BigDecimal.valueOf(rows.oneOf(List.of(500, 1000, 1500, 2000, 2500))) : null;
            UUID customer = rows.oneOf(customers);
            UUID territory = rows.chance(0.7) ? rows.oneOf(territories) : null;
            UUID id = insert(customer, status, null, territory, value, rated ? "EUR" : "VND");
            var made = new GeneratedOpportunity(
                    id, customer, status, territory, some(competencies, 0.3), some(lines, 0.5), value, rated);
            made.competencies().forEach(one -> rows.run("insert into opportunity_competency values (?, ?)", id, one));
            made.lines().forEach(one -> rows.run("insert into opportunity_product_line values (?, ?)", id, one));
            for (var partner : some(partners, 0.15)) {
                String answer = rows.oneOf(List.of("DECLINED", "EXPIRED", "RETURNED", "RECALLED"));
                rows.run("""
                        insert into distribution (id, opportunity_id, partner_id, status, asked, delivered_at, answer_by,
                          answered_at, reason_code, version)
                        values (?, ?, ?, ?, true, now(), now() + interval '1 day', now(),
                          case when ? in ('DECLINED', 'RETURNED') then 'OTHER' end, 0)""", rows.id(), id, partner.id(), answer, answer);
                if (!answer.equals("RECALLED")) {
                    refused.computeIfAbsent(id, none -> new HashSet<>()).add(partner.id());
                }
            }
            return made;
        }

        private boolean isInside(UUID territory, Set<UUID> around) {
            for (UUID at = territory; at != null; at = parent(at)) {
                if (around.contains(at)) {
                    return true;
                }
            }
            return false;
        }

        private UUID parent(UUID territory) {
            int place = territories.indexOf(territory);
            return place == 0 ? null : place == 3 ? territories.get(1) : country;
        }

        Set<MatchingRule> excluding(GeneratedOpportunity it, GeneratedPartner partner) {
            var rules = EnumSet.noneOf(MatchingRule.class);
            if (!partner.active() || (partner.until() != null && partner.until().isBefore(today))) {
                rules.add(MatchingRule.IN_PROGRAMME);
            }
            if (it.territory() != null && !isInside(it.territory(), partner.territories())) {
                rules.add(MatchingRule.TERRITORY);
            }
            if (!partner.competencies().containsAll(it.competencies())) {
                rules.add(MatchingRule.COMPETENCIES);
            }
            if (it.value() != null
                    && ((partner.to() != null && (!it.rated() || it.value().compareTo(partner.to()) > 0))
                            || (partner.from() != null
                                    && it.rated()
                                    && it.value().compareTo(partner.from()) < 0))) {
                rules.add(MatchingRule.REVENUE_BAND);
            }
            if (partner.capacity() != null && load.getOrDefault(partner.id(), 0) >= partner.capacity()) {
                rules.add(MatchingRule.CAPACITY);
            }
            if (refused.getOrDefault(it.id(), Set.of()).contains(partner.id())) {
                rules.add(MatchingRule.NOT_REFUSED);
            }
            if (exclusive.stream()
                    .anyMatch(one -> !one.partner().equals(partner.id())
                            && company.get(one.customer()).equals(company.get(it.customer()))
                            && (it.lines().isEmpty() || it.lines().contains(one.line())))) {
                rules.add(MatchingRule.NO_OTHER_REGISTRATION);
            }
            return rules;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void matching_naming_and_the_pool_agree(long seed) {
        inWorld(seed, world -> {
            var seen = new HashMap<MatchingRule, Integer>();
            int free = 0;
            for (var it : world.offered) {
                var ranked = matching.rank(it.id(), MatchingWeights.USUAL, null, 100_000).candidates().stream()
                        .collect(Collectors.toMap(one -> one.partner().id(), one -> one));
                for (var partner : world.partners) {
                    var expected = world.excluding(it, partner);
                    String what = "seed %d, %s, %s".formatted(seed, it, partner);
                    assertThat(failed(ranked.get(partner.id())))
                            .as("matching: %s", what)
                            .isEqualTo(expected);
                    assertThat(ranked.get(partner.id()).eligible()).as(what).isEqualTo(expected.isEmpty());
                    assertThat(named(it, partner, world.now))
                            .as("naming: %s", what)
                            .isEqualTo(expected);
                    if (it.status().equals("POOL")) {
                        var viewer = new KnownCaller(world.rows.id(), Role.PARTNER_ADMIN, partner.id());
                        assertThat(opportunities.find(it.id(), viewer).isPresent())
                                .as("the pool: %s", what)
                                .isEqualTo(expected.isEmpty());
                    }
                    expected.forEach(rule -> seen.merge(rule, 1, Integer::sum));
                    free += expected.isEmpty() ? 1 : 0;
                }
            }
            for (var partner : world.partners) {
                assertThat(pool(partner.id(), world))
                        .as("the policy of the pool: %s", partner)
                        .isEqualTo(world.offered.stream()
                                .filter(one -> one.status().equals("POOL")
                                        && world.excluding(one, partner).isEmpty())
                                .map(GeneratedOpportunity::id)
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
            assertThat(free).as("eligible partners").isGreaterThan(10);
            assertThat(seen.keySet())
                    .as("rules that excluded a partner")
                    .contains(MatchingRule.NO_OTHER_REGISTRATION)
                    .hasSizeGreaterThan(4);
        });
    }

    private static Set<MatchingRule> failed(MatchView match) {
        return match.verdicts().stream()
                .filter(one -> !one.fulfilled())
                .map(MatchView.RuleVerdict::rule)
                .collect(Collectors.toSet());
    }

    private Set<MatchingRule> named(GeneratedOpportunity it, GeneratedPartner partner, Instant now) {
        return eligible.check(it.id(), Map.of(partner.id(), "/partnerId"), now).exclusions().stream()
                .flatMap(one -> one.rules().stream())
                .collect(Collectors.toSet());
    }

    /** What a user of the partner reads of the pool, by the policies of the database. */
    private Set<UUID> pool(UUID partner, World world) {
        actFor("PARTNER", partner.toString());
        var found = session.createNativeQuery(
                        "select id from opportunity where status = 'POOL' and id in (:ids)", UUID.class)
                .setParameter(
                        "ids",
                        world.offered.stream().map(GeneratedOpportunity::id).toList())
                .getResultList();
        actFor("SYSTEM", "");
        return new TreeSet<>(found);
    }

    private void actFor(String side, String partner) {
        session.createNativeQuery("""
                select set_config('sild.side', :side, true) || set_config('sild.partner', :partner, true)
                  || set_config('sild.seller', '', true)
                  || set_config('role', session_user || '_' || lower(:side), true)""", String.class)
                .setParameter("side", side)
                .setParameter("partner", partner)
                .getSingleResult();
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
}
