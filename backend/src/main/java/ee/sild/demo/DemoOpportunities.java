package ee.sild.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import ee.sild.demo.DemoVendor.Company;
import ee.sild.demo.DemoVendor.Project;
import ee.sild.platform.Money;
import ee.sild.platform.Ref;

/** The demo's 250 opportunities, each with the history that led to its status. */
final class DemoOpportunities {

    private static final int COUNT = 250;
    private static final int DAYS = 540;
    private static final List<String> PHASES =
            List.of("PROSPECT", "CONTACTING", "INTEREST_CONFIRMED", "QUOTING", "CLOSING");
    private static final List<Integer> PROGRESS = List.of(0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4);
    private static final Map<String, List<Integer>> TERRITORIES =
            Map.of("EE", List.of(0, 1, 2), "LV", List.of(3, 4, 5), "LT", List.of(6, 7, 8));
    private static final List<String> DECLINES =
            List.of("NO_CAPACITY", "NOT_OUR_COMPETENCE", "NOT_OUR_REGION", "UNCLEAR_NEED");
    private static final List<String> RETURNS =
            List.of("NO_RESPONSE", "NO_INTEREST", "TIMEFRAME_OVER_12_MONTHS", "NO_FUNDING");
    private static final List<String> LOSSES = List.of("PRICE", "COMPETITOR", "NO_DECISION", "NO_BUDGET");
    private static final List<String> OLD = List.of(
            "WON",
            "WON",
            "WON",
            "WON",
            "WON",
            "WON",
            "WON",
            "LOST",
            "LOST",
            "LOST",
            "LOST",
            "LOST",
            "CANCELED",
            "RETURNED",
            "DECLINED",
            "ACCEPTED",
            "ACCEPTED",
            "WON",
            "LOST",
            "ON_HOLD");
    private static final List<String> MIDDLE = List.of(
            "ACCEPTED",
            "ACCEPTED",
            "ACCEPTED",
            "ACCEPTED",
            "ACCEPTED",
            "ACCEPTED",
            "ACCEPTED",
            "WON",
            "WON",
            "WON",
            "LOST",
            "LOST",
            "RETURNED",
            "DECLINED",
            "EXPIRED",
            "CANCELED",
            "ON_HOLD",
            "ACCEPTED",
            "ACCEPTED",
            "WON");
    private static final List<String> RECENT = List.of(
            "ACCEPTED",
            "DELIVERED",
            "NEW",
            "PENDING_APPROVAL",
            "DELIVERED",
            "ACCEPTED",
            "DECLINED",
            "DELIVERED",
            "NEW",
            "ACCEPTED",
            "EXPIRED",
            "DELIVERED",
            "PENDING_APPROVAL",
            "POOL",
            "DELIVERED",
            "NEW");

    private final Batch batch;
    private final DemoVendor vendor;
    private final Instant now;
    private final ObjectMapper json;
    private final Random random = new Random(7);
    private final List<Customer> customers = new ArrayList<>();
    private final Set<UUID> partnersPeople;

    private record Customer(String country, String name, int industry) {}

    DemoOpportunities(Batch batch, DemoVendor vendor, Instant now, ObjectMapper json) {
        this.batch = batch;
        this.vendor = vendor;
        this.now = now;
        this.json = json;
        this.partnersPeople = vendor.partners().stream()
                .flatMap(company -> company.people().stream())
                .map(name -> DemoData.id("user", name))
                .collect(Collectors.toSet());
        for (String country : List.of("EE", "LV", "LT")) {
            vendor.customers()
                    .get(country)
                    .forEach(
                            one -> customers.add(new Customer(country, (String) one.getFirst(), (Integer) one.get(2))));
        }
    }

    void fill() {
        IntStream.range(0, COUNT).forEach(this::opportunity);
        batch.run("select setval('opportunity_number', " + COUNT + ")");
        batch.run("""
                insert into customer_partner (customer_id, partner_id, since)
                select o.customer_id, o.partner_id, min(o.created_at) from opportunity o
                 where o.partner_id is not null and o.status <> 'DELIVERED' group by 1, 2""");
    }

    private void opportunity(int i) {
        int age = (int) Math.round(DAYS * Math.pow(1 - (double) i / COUNT, 1.6));
        List<String> lives = age > 150 ? OLD : age > 45 ? MIDDLE : RECENT;
        String status = lives.get((i * 7 + i / 20) % lives.size());
        boolean brought = status.equals("PENDING_APPROVAL")
                || (i % 6 == 0 && List.of("ACCEPTED", "WON", "LOST", "CANCELED").contains(status));
        Customer customer = customers.get((i * 13) % customers.size());
        var projects = vendor.projects().stream()
                .filter(one -> one.suits(customer.industry()))
                .toList();
        Project project = projects.get(random.nextInt(projects.size()));
        int territory = TERRITORIES.get(customer.country()).get(random.nextInt(3));
        Company partner = partnerFor(territory, project, i);
        Instant created = now.minus(age, ChronoUnit.DAYS).minus(random.nextInt(9 * 60), ChronoUnit.MINUTES);
        var life = new DemoLife(batch, DemoData.id("opportunity", i), partnersPeople, json);
        var rows = new Row(i, status, brought, customer.name(), project, territory, partner, created, life);
        rows.live();
    }

    private Company partnerFor(int territory, Project project, int i) {
        var near = vendor.partners().stream()
                .filter(one -> one.territories().contains(territory))
                .toList();
        var skilled = near.stream()
                .filter(one ->
                        one.competencies().contains(project.competencies().getFirst()))
                .toList();
        var choice = skilled.isEmpty() ? near : skilled;
        return choice.get(i % choice.size());
    }

    /** One opportunity while it is created. */
    private final class Row {

        private final int i;
        private final String status;
        private final boolean brought;
        private final Project project;
        private final DemoLife life;
        private final UUID id;
        private final UUID customerId;
        private final String customer;
        private final int territory;
        private final Company company;
        private final Ref partner;
        private final UUID seller;
        private final UUID manager;
        private final UUID owner;
        private final Instant created;
        private final String currency;
        private final BigDecimal value;

        Row(
                int i,
                String status,
                boolean brought,
                String customer,
                Project project,
                int territory,
                Company company,
                Instant created,
                DemoLife life) {
            this.i = i;
            this.status = status;
            this.brought = brought;
            this.project = project;
            this.life = life;
            this.id = DemoData.id("opportunity", i);
            this.customer = customer;
            this.customerId = DemoData.id("customer", customer);
            this.territory = territory;
            this.company = company;
            this.partner = new Ref(DemoData.id("partner", company.name()), company.name());
            this.manager = DemoData.id("user", company.people().getFirst());
            this.seller = DemoData.id(
                    "user", company.people().get(i % company.people().size()));
            this.owner = DemoData.id("user", i % 2 == 0 ? "Tomas Petrauskas" : "Liis Mägi");
            this.created = created;
            this.currency = i % 11 == 3 ? "USD" : i % 17 == 5 ? "SEK" : i % 23 == 7 ? "PLN" : "EUR";
            int factor = currency.equals("SEK") ? 11 : currency.equals("PLN") ? 4 : 1;
            this.value =
                    BigDecimal.valueOf(Math.round(project.value() * (0.6 + random.nextDouble()) / 500) * 500L * factor);
        }

        void live() {
            boolean worked = List.of("ACCEPTED", "ON_HOLD", "WON", "LOST", "CANCELED", "RETURNED")
                    .contains(status);
            boolean assigned = (worked && !status.equals("RETURNED"))
                    || status.equals("PENDING_APPROVAL")
                    || status.equals("DELIVERED");
            boolean closed = List.of("WON", "LOST", "CANCELED").contains(status);
            Instant delivered = status.equals("DELIVERED")
                    ? now.minus(1 + random.nextInt(16), ChronoUnit.HOURS)
                    : created.plus(2 + random.nextInt(40), ChronoUnit.HOURS);
            Instant accepted = delivered.plus(1 + random.nextInt(18), ChronoUnit.HOURS);
            long days = Math.max(1, ChronoUnit.DAYS.between(accepted, now));
            Instant ended = accepted.plus(Math.min(days, 20 + random.nextInt(90)), ChronoUnit.DAYS);
            ended = ended.isAfter(now) ? now.minus(2, ChronoUnit.HOURS) : ended;
            int phase = closed ? 4 : PROGRESS.get(random.nextInt(PROGRESS.size()));
            UUID offer = DemoData.id("distribution", i);
            insert(worked, assigned, closed, delivered, accepted, ended, phase, offer);
            tell(worked, delivered, accepted, ended, phase, offer);
        }

        private void insert(
                boolean worked,
                boolean assigned,
                boolean closed,
                Instant delivered,
                Instant accepted,
                Instant ended,
                int phase,
                UUID offer) {
            boolean open = status.equals("DELIVERED");
            Instant last = closed || status.equals("RETURNED")
                    ? ended
                    : worked ? now.minus(i % 30, ChronoUnit.DAYS) : open ? delivered : created;
            String topic = i % 3 == 0
                    ? project.topic()
                    : project.topic() + " – " + customer.replaceFirst(" (AS|OÜ|SA|SIA|AB|UAB|VšĮ)$", "");
            String reason = switch (status) {
                case "DECLINED" -> DECLINES.get(i % 4);
                case "RETURNED" -> RETURNS.get(i % 4);
                case "LOST" -> LOSSES.get(i % 4);
                default -> null;
            };
            var closeOn = day(created.plus(90 + i % 60, ChronoUnit.DAYS));
            batch.insert(
                    "opportunity",
                    """
                    id, number, topic, customer_id, currency, estimated_value, actual_value, probability, \
                    estimated_close_date,
                    customer_situation, customer_need, customer_pain_points, proposed_solution, territory_id, \
                    industry_id, source, status,
                    phase, owner_id, partner_id, partner_user_id, created_by, distribution_id, answer_by, \
                    delivered_at, accepted_at,
                    closed_at, closed_on, due_on, reason_code, created_at, updated_at, version""",
                    id,
                    "OPP-%d-%06d".formatted(day(created).getYear(), i + 1),
                    topic,
                    customerId,
                    currency,
                    value,
                    status.equals("WON")
                            ? value.multiply(BigDecimal.valueOf(85 + i % 25)).movePointLeft(2)
                            : null,
                    status.equals("NEW") ? null : 10 + 20 * phase,
                    closeOn,
                    project.situation(),
                    project.need(),
                    project.pain(),
                    project.solution(),
                    DemoData.id("territory", vendor.territories().get(territory)),
                    null,
                    brought ? "PARTNER_CREATED" : "DISTRIBUTED",
                    status,
                    worked && !status.equals("RETURNED") ? PHASES.get(phase) : null,
                    owner,
                    assigned ? partner.id() : null,
                    assigned && !open ? seller : null,
                    brought ? seller : owner,
                    open ? offer : null,
                    open ? delivered.plus(answerHours(), ChronoUnit.HOURS) : null,
                    brought || List.of("NEW", "POOL").contains(status) ? null : delivered,
                    worked && !status.equals("RETURNED") ? accepted : null,
                    closed ? ended : null,
                    closed ? day(ended) : null,
                    worked ? closeOn : null,
                    reason,
                    created,
                    last,
                    1 + i % 7);
            batch.insert(
                    "opportunity_product_line",
                    "opportunity_id, product_line_id",
                    id,
                    DemoData.id("product_line", vendor.productLines().get(project.line())));
            project.competencies()
                    .forEach(one -> batch.insert(
                            "opportunity_competency",
                            "opportunity_id, competency_id",
                            id,
                            DemoData.id("competency", vendor.competencies().get(one))));
            batch.insert("opportunity_contact", "opportunity_id, contact_id", id, DemoData.id("contact", customer));
        }

        private void tell(boolean worked, Instant delivered, Instant accepted, Instant ended, int phase, UUID offer) {
            life.event("CREATED", brought ? seller : owner, brought ? partner.id() : null, created, Map.of());
            if (brought && worked) {
                life.event("APPROVED", DemoData.id("user", "Jaan Kask"), partner.id(), accepted, Map.of());
            } else if (!List.of("NEW", "POOL", "PENDING_APPROVAL").contains(status)) {
                offer(worked, delivered, accepted, ended, offer);
            }
            if (worked) {
                work(accepted, ended, phase);
            }
            if (status.equals("NEW") && i % 2 == 0) {
                life.note(owner, null, created.plus(1, ChronoUnit.HOURS), text("staff"));
            }
        }

        private void offer(boolean worked, Instant delivered, Instant accepted, Instant ended, UUID offer) {
            life.event("DELIVERED", owner, partner.id(), delivered, Map.of("with", partner));
            boolean declined = status.equals("DECLINED");
            String state = switch (status) {
                case "DELIVERED", "DECLINED", "EXPIRED", "RETURNED" -> status;
                case "WON", "LOST" -> "COMPLETED";
                case "CANCELED" -> "REVOKED";
                default -> "ACCEPTED";
            };
            Instant answerBy = delivered.plus(answerHours(), ChronoUnit.HOURS);
            boolean over = List.of("DECLINED", "EXPIRED", "RETURNED", "COMPLETED", "REVOKED")
                    .contains(state);
            batch.insert(
                    "distribution",
                    "id, opportunity_id, partner_id, status, message, delivered_by, delivered_at, "
                            + "answer_by, answered_by, " + "answered_at, ended_at, reason_code, version",
                    offer,
                    id,
                    partner.id(),
                    state,
                    i % 4 == 0 ? text("staff") : null,
                    owner,
                    delivered,
                    answerBy,
                    worked || declined ? manager : null,
                    worked || declined ? accepted : null,
                    !over ? null : declined ? accepted : state.equals("EXPIRED") ? answerBy : ended,
                    declined ? DECLINES.get(i % 4) : null,
                    1);
            if (worked) {
                life.event("ACCEPTED", manager, partner.id(), accepted, Map.of());
            } else if (declined) {
                life.event("DECLINED", manager, partner.id(), accepted, Map.of("reasonCode", DECLINES.get(i % 4)));
            } else if (status.equals("EXPIRED")) {
                life.event("EXPIRED", null, partner.id(), answerBy, Map.of());
            }
        }

        private void work(Instant accepted, Instant ended, int phase) {
            Instant last = List.of("ACCEPTED", "ON_HOLD").contains(status) ? now.minus(i % 30, ChronoUnit.DAYS) : ended;
            last = last.isBefore(accepted) ? accepted.plus(1, ChronoUnit.MINUTES) : last;
            long step = ChronoUnit.MINUTES.between(accepted, last) / (phase + 3);
            if (i % 3 != 1) {
                life.note(owner, partner.id(), accepted.plus(step / 3, ChronoUnit.MINUTES), text("staff"));
            }
            for (int p = 1; p <= phase; p++) {
                Instant at = accepted.plus(step * p, ChronoUnit.MINUTES);
                life.event(
                        "PHASE_CHANGED",
                        seller,
                        partner.id(),
                        at,
                        Map.of("from", PHASES.get(p - 1), "to", PHASES.get(p)));
                if ((i + p) % 2 == 0) {
                    life.note(seller, partner.id(), at.plus(step / 4, ChronoUnit.MINUTES), text("partner"));
                }
            }
            switch (status) {
                case "WON" ->
                    life.event(
                            "WON",
                            seller,
                            partner.id(),
                            last,
                            Map.of(
                                    "date",
                                    day(last).toString(),
                                    "value",
                                    Money.of(
                                            value.multiply(BigDecimal.valueOf(85 + i % 25))
                                                    .movePointLeft(2),
                                            currency)));
                case "LOST" ->
                    life.event(
                            "LOST",
                            seller,
                            partner.id(),
                            last,
                            Map.of(
                                    "reasonCode",
                                    LOSSES.get(i % 4),
                                    "date",
                                    day(last).toString()));
                case "CANCELED" -> life.event("CANCELED", owner, partner.id(), last, Map.of());
                case "RETURNED" ->
                    life.event("RETURNED", seller, partner.id(), last, Map.of("reasonCode", RETURNS.get(i % 4)));
                case "ON_HOLD" -> life.event("HELD", seller, partner.id(), last, Map.of());
                default -> {
                    // still in progress
                }
            }
        }

        private String text(String side) {
            var texts = vendor.notes().get(side);
            return texts.get(random.nextInt(texts.size()));
        }

        private int answerHours() {
            return (Integer) vendor.tiers().get(company.tier()).get(2);
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
    }
}
