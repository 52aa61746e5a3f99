package ee.sild.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import ee.sild.customer.Address;
import ee.sild.customer.CustomerProfileRequest;
import ee.sild.customer.Customers;
import ee.sild.customer.EditContactRequest;
import ee.sild.customer.EditCustomerRequest;
import ee.sild.demo.DemoVendor.Client;
import ee.sild.demo.DemoVendor.Company;
import ee.sild.distribution.matching.DistributionMethod;
import ee.sild.distribution.rule.DistributionRules;
import ee.sild.distribution.rule.EditDistributionRuleRequest;
import ee.sild.partner.CreatePartner;
import ee.sild.partner.EditPartnerRequest;
import ee.sild.partner.PartnerProfileRequest;
import ee.sild.partner.ProgrammeRequest;
import ee.sild.platform.Identifiers;
import ee.sild.platform.security.CurrentUser;
import ee.sild.reference.EditCalendarRequest;
import ee.sild.reference.EditTierRequest;
import ee.sild.reference.Holiday;
import ee.sild.reference.OpeningHours;
import ee.sild.reference.ReferenceData;
import ee.sild.reference.Vocabularies;
import ee.sild.reference.Vocabulary;
import ee.sild.registration.approval.ApprovalPolicies;
import ee.sild.registration.approval.ApprovalRuleRequest;
import ee.sild.registration.approval.ApprovalStepRequest;
import ee.sild.registration.approval.Approver;
import ee.sild.registration.approval.EditApprovalPolicyRequest;
import ee.sild.settings.CurrencySettings;
import ee.sild.settings.ExchangeRate;
import ee.sild.settings.ExchangeRates;

/** What the demo's administrator does first: the programme's terms, the partners, the customers and the rules. */
@ApplicationScoped
class DemoFounding {

    private static final Map<String, String> HOLIDAYS = Map.of(
            "2026-12-25", "Christmas Day",
            "2026-12-26", "Second Day of Christmas",
            "2027-01-01", "New Year's Day",
            "2027-03-26", "Good Friday",
            "2027-06-24", "Midsummer Day");
    /** Rounded rates of the European Central Bank's reference list, spring 2025. */
    private static final Map<String, String> RATES =
            Map.of("USD", "1.10", "SEK", "11.00", "PLN", "4.25", "GBP", "0.85");

    private static final LocalDate RATES_VALID_FROM = LocalDate.of(2020, 1, 1);

    private final ReferenceData referenceData;
    private final Vocabularies vocabularies;
    private final ExchangeRates exchangeRates;
    private final CreatePartner createPartner;
    private final Customers customers;
    private final DistributionRules distributionRules;
    private final ApprovalPolicies approvalPolicies;
    private final CurrentUser user;
    private final CurrencySettings currency;
    private final Clock clock;

    DemoFounding(
            ReferenceData referenceData,
            Vocabularies vocabularies,
            ExchangeRates exchangeRates,
            CreatePartner createPartner,
            Customers customers,
            DistributionRules distributionRules,
            ApprovalPolicies approvalPolicies,
            CurrentUser user,
            CurrencySettings currency,
            Clock clock) {
        this.referenceData = referenceData;
        this.vocabularies = vocabularies;
        this.exchangeRates = exchangeRates;
        this.createPartner = createPartner;
        this.customers = customers;
        this.distributionRules = distributionRules;
        this.approvalPolicies = approvalPolicies;
        this.user = user;
        this.currency = currency;
        this.clock = clock;
    }

    /** Sets the terms of the programme and adds its partners. */
    void createProgramme(DemoVendor vendor, DemoWorld world) {
        addEntries(Vocabulary.TERRITORY, vendor.territories(), world);
        addEntries(Vocabulary.COMPETENCY, vendor.competencies(), world);
        addEntries(Vocabulary.INDUSTRY, vendor.industries(), world);
        addEntries(Vocabulary.PRODUCT_LINE, vendor.productLines(), world);
        RATES.entrySet().stream()
                .filter(rate -> !rate.getKey().equals(currency.baseCurrency()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(rate -> exchangeRates.set(
                        new ExchangeRate(rate.getKey(), RATES_VALID_FROM, new BigDecimal(rate.getValue()))));
        var tiers = createTiers(vendor);
        vendor.partners().forEach(company -> createPartner(vendor, company, tiers.get(company.tier()), world));
        addDistributionRules();
        addApprovalRules(tiers.getFirst());
    }

    private void addEntries(Vocabulary vocabulary, List<String> names, DemoWorld world) {
        names.forEach(name -> world.addEntry(
                vocabulary, name, vocabularies.add(vocabulary, name).id()));
    }

    /** All tiers except the highest answer in the office hours of the Baltics. */
    private List<UUID> createTiers(DemoVendor vendor) {
        var hours = Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .map(day -> new OpeningHours(day, "09:00", "17:00"))
                .toList();
        var holidays = HOLIDAYS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(day -> Holiday.closed(LocalDate.parse(day.getKey()), day.getValue()))
                .toList();
        var calendar = referenceData
                .createCalendar(new EditCalendarRequest("Baltics, office hours", "Europe/Tallinn", hours, holidays))
                .id();
        return vendor.tiers().stream()
                .map(tier -> referenceData
                        .createTier(new EditTierRequest(
                                tier.name(),
                                null,
                                tier.level(),
                                tier.answerHours(),
                                tier.level() == 1 ? null : calendar,
                                null,
                                false))
                        .id())
                .toList();
    }

    private void createPartner(DemoVendor vendor, Company company, UUID tier, DemoWorld world) {
        var partner = createPartner.create(new EditPartnerRequest(
                company.name(),
                company.country(),
                new PartnerProfileRequest(company.code(), null, company.domain(), null, null),
                new ProgrammeRequest(
                        tier,
                        world.actor(company.channelManager()).id(),
                        null,
                        company.capacity(),
                        null,
                        null,
                        entries(world, Vocabulary.TERRITORY, vendor.territories(), company.territories()),
                        entries(world, Vocabulary.COMPETENCY, vendor.competencies(), company.competencies()))));
        world.addPartner(company.name(), partner.id());
    }

    private static Set<UUID> entries(
            DemoWorld world, Vocabulary vocabulary, List<String> names, List<Integer> indexes) {
        return indexes.stream()
                .map(index -> world.entry(vocabulary, names.get(index)))
                .collect(Collectors.toSet());
    }

    private void addDistributionRules() {
        addDistributionRule("Large deals", new BigDecimal(100_000), null, DistributionMethod.CASCADE);
        addDistributionRule("Small deals", null, new BigDecimal(10_000), DistributionMethod.POOL);
        addDistributionRule("All others", null, null, DistributionMethod.ROUND_ROBIN);
    }

    private void addDistributionRule(String name, BigDecimal from, BigDecimal to, DistributionMethod method) {
        distributionRules.add(
                new EditDistributionRuleRequest(name, null, true, from, to, null, List.of(), List.of(), method, null));
    }

    private void addApprovalRules(UUID highestTier) {
        var small = new ApprovalRuleRequest(
                "Small deals of the highest tier",
                List.of(highestTier),
                List.of(),
                List.of(),
                null,
                new BigDecimal(20_000),
                List.of(),
                60);
        var large = new ApprovalRuleRequest(
                "Large deals",
                List.of(),
                List.of(),
                List.of(),
                new BigDecimal(100_000),
                null,
                List.of(
                        new ApprovalStepRequest(Approver.PARTNERS_CHANNEL_MANAGER, null),
                        new ApprovalStepRequest(Approver.ADMIN, null)),
                180);
        approvalPolicies.replace(new EditApprovalPolicyRequest(List.of(small, large), 20));
    }

    void createCustomer(DemoVendor vendor, Client client, DemoWorld world) {
        var customer = customers.create(details(vendor, client, world), user, clock.instant());
        world.addCustomer(
                client.name(), customer.id(), customers.addContact(customer, contact(client), user, clock.instant()));
    }

    /** A code that a company of the country may have, always the same for a name. */
    private static String registryCode(Client client) {
        long first = client.country().equals("LV") ? 40_000_000_000L : 20_000_000;
        return LongStream.iterate(first + Math.abs(client.name().hashCode() % 9_000_000), code -> code + 1)
                .mapToObj(Long::toString)
                .filter(code -> !Identifiers.isWrongRegistryCode(code, client.country()))
                .findFirst()
                .orElseThrow();
    }

    static EditCustomerRequest details(DemoVendor vendor, Client client, DemoWorld world) {
        return new EditCustomerRequest(
                client.name(),
                client.country(),
                new CustomerProfileRequest(
                        registryCode(client),
                        null,
                        client.domain(),
                        world.entry(Vocabulary.INDUSTRY, vendor.industries().get(client.industry()))),
                new Address(null, client.city(), null),
                null,
                null);
    }

    static EditContactRequest contact(Client client) {
        int prefix = client.country().equals("EE") ? 372 : client.country().equals("LV") ? 371 : 370;
        int line = Math.floorMod((client.contact() + client.name()).hashCode(), 10_000_000);
        return new EditContactRequest(
                client.contact(),
                client.title(),
                DemoVendor.email(client.contact(), client.domain()),
                "+%d 5%07d".formatted(prefix, line));
    }
}
