package ee.sild.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import ee.sild.demo.DemoPlan.Origin;
import ee.sild.demo.DemoPlan.Team;
import ee.sild.demo.DemoPlan.Times;
import ee.sild.demo.DemoVendor.Client;
import ee.sild.demo.DemoVendor.Company;
import ee.sild.demo.DemoVendor.Project;
import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.Money;

/** Plans the demo's 210 opportunities: the same on every machine, relative to the time of the first start. */
final class DemoPlanner {

    private static final int COUNT = 210;
    private static final int DAYS = 540;
    /** Smaller deals of the highest tier are approved automatically, and would not be pending. */
    private static final int LEAST_PENDING_VALUE = 25_000;

    private static final Map<String, List<Integer>> TERRITORIES =
            Map.of("EE", List.of(0, 1, 2), "LV", List.of(3, 4, 5), "LT", List.of(6, 7, 8));
    private static final Map<String, Integer> UNITS_PER_EURO = Map.of("SEK", 11, "PLN", 4);

    private final DemoVendor vendor;
    private final Instant now;
    private final Random random = new Random(7);
    private final DemoFates fates;
    private final List<Client> clients;
    private final DemoAcquaintances acquaintances = new DemoAcquaintances();
    private final Map<Client, Instant> createdByPartners = new HashMap<>();

    DemoPlanner(DemoVendor vendor, Instant now) {
        this.vendor = vendor;
        this.now = now;
        this.fates = new DemoFates(random);
        this.clients = vendor.clients();
    }

    List<DemoPlan> plans() {
        return IntStream.range(0, COUNT).mapToObj(this::plan).toList();
    }

    private DemoPlan plan(int i) {
        int age = (int) Math.round(DAYS * Math.pow(1 - (double) i / COUNT, 1.6));
        var fate = fates.of(i, age);
        boolean byPartner = DemoFates.isByPartner(i, fate);
        Instant created = now.minus(age, ChronoUnit.DAYS).minus(60 + random.nextInt(8 * 60), ChronoUnit.MINUTES);
        Client client = byPartner ? clientForPartner(i, created) : client(i);
        Instant customerSince = createdByPartners.getOrDefault(client, Instant.MIN);
        created = created.isBefore(customerSince) ? customerSince.plus(1, ChronoUnit.MINUTES) : created;
        var origin = !byPartner
                ? Origin.VENDOR
                : acquaintances.isUsed(client) ? Origin.PARTNER : Origin.PARTNER_WITH_NEW_CUSTOMER;
        var plan = plan(i, fate, origin, client, created);
        if (origin == Origin.PARTNER_WITH_NEW_CUSTOMER) {
            createdByPartners.put(client, plan.times().created());
        }
        acquaintances.add(plan);
        return plan;
    }

    private DemoPlan plan(int i, OpportunityStatus fate, Origin origin, Client client, Instant created) {
        var projects = vendor.projects().stream()
                .filter(project -> project.suits(client.industry()))
                .toList();
        var project = projects.get(random.nextInt(projects.size()));
        int territory = TERRITORIES.get(client.country()).get(random.nextInt(3));
        var company = origin == Origin.PARTNER
                ? acquaintances
                        .of(client, created)
                        .get(i % acquaintances.of(client, created).size())
                : nearest(territory, project, i);
        int people = company.people().size();
        int phase = fates.phases(fate);
        return new DemoPlan(
                i,
                fate,
                origin,
                client,
                project,
                vendor.territories().get(territory),
                new Team(company, company.manager(), company.people().get(i % people)),
                i % 2 == 0 ? "Tomas Petrauskas" : "Liis Mägi",
                value(i, fate, project),
                times(i, fate, created, vendor.tiers().get(company.tier()).answerHours()),
                phase);
    }

    private Client client(int i) {
        return clients.get((i * 13) % clients.size());
    }

    /** A partner creates opportunities for customers that nobody knows yet, or that it knows itself. */
    private Client clientForPartner(int i, Instant created) {
        return IntStream.range(0, clients.size())
                .mapToObj(next -> client(i + next))
                .filter(client -> !acquaintances.isUsed(client)
                        || !acquaintances.of(client, created).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Company nearest(int territory, Project project, int i) {
        var near = vendor.partners().stream()
                .filter(company -> company.territories().contains(territory))
                .toList();
        var skilled = near.stream()
                .filter(company ->
                        company.competencies().contains(project.competencies().getFirst()))
                .toList();
        var choice = skilled.isEmpty() ? near : skilled;
        return choice.get(i % choice.size());
    }

    private Money value(int i, OpportunityStatus fate, Project project) {
        String currency = i % 11 == 3 ? "USD" : i % 17 == 5 ? "SEK" : i % 23 == 7 ? "PLN" : "EUR";
        long euros = Math.round(project.value() * (0.6 + random.nextDouble()) / 500) * 500L;
        if (fate == OpportunityStatus.PENDING_APPROVAL) {
            euros = Math.max(euros, LEAST_PENDING_VALUE);
        }
        return Money.of(BigDecimal.valueOf(euros * UNITS_PER_EURO.getOrDefault(currency, 1)), currency);
    }

    private Times times(int i, OpportunityStatus fate, Instant created, int answerHours) {
        Instant offered;
        Instant answered;
        if (fate == OpportunityStatus.DELIVERED) {
            offered = later(now.minus(1 + random.nextInt(16), ChronoUnit.HOURS), created.plus(10, ChronoUnit.MINUTES));
            answered = now;
        } else {
            var sinceCreated = Duration.between(created, now);
            offered = created.plus(shorter(Duration.ofHours(2 + random.nextInt(40)), sinceCreated.dividedBy(3)));
            var sinceOffered = Duration.between(offered, now);
            answered = fate == OpportunityStatus.EXPIRED
                    ? offered.plus(shorter(Duration.ofHours(answerHours), sinceOffered.minusMinutes(30)))
                    : offered.plus(shorter(Duration.ofHours(1 + random.nextInt(18)), sinceOffered.dividedBy(2)));
        }
        answered = answered.truncatedTo(ChronoUnit.SECONDS);
        return new Times(created, offered.truncatedTo(ChronoUnit.SECONDS), answered, last(i, fate, answered));
    }

    private Instant last(int i, OpportunityStatus fate, Instant answered) {
        boolean open = fate == OpportunityStatus.ACCEPTED || fate == OpportunityStatus.ON_HOLD;
        Instant last =
                open ? now.minus(i % 30, ChronoUnit.DAYS) : answered.plus(20 + random.nextInt(90), ChronoUnit.DAYS);
        last = last.isAfter(now) ? now.minus(2, ChronoUnit.HOURS) : last;
        return later(last, answered.plus(1, ChronoUnit.HOURS));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
