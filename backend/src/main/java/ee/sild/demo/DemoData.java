package ee.sild.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;

import ee.sild.identity.Passwords;
import ee.sild.identity.invitation.Setup;
import ee.sild.platform.InstallationSettings;
import ee.sild.platform.ObserverOrder;
import ee.sild.platform.database.DatabaseTimeouts;
import ee.sild.platform.security.AsDatabaseActor;
import ee.sild.platform.security.DatabaseActor;

/**
 * Fills an empty database with a Baltic vendor, its partners and a year and a half of work: the same on every machine.
 */
@ApplicationScoped
public class DemoData {

    /** All demo users sign in with this password. */
    public static final String PASSWORD = "sild-demo-2026";

    private final InstallationSettings installation;
    private final Setup setup;
    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    DemoData(
            InstallationSettings installation, Setup setup, AgroalDataSource database, ObjectMapper json, Clock clock) {
        this.installation = installation;
        this.setup = setup;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    @AsDatabaseActor(DatabaseActor.SYSTEM)
    void start(@Observes @Priority(ObserverOrder.STARTUP_DEMO) StartupEvent start) throws Exception {
        if (!installation.demo() || !setup.isNeeded()) {
            return;
        }
        DatabaseTimeouts.patiently(() -> {
            fill();
            return null;
        });
    }

    private void fill() throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var batch = new Batch(connection);
            var vendor = json.readValue(DemoData.class.getResource("/demo/vendor.json"), DemoVendor.class);
            Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
            fill(batch, vendor, today);
            new DemoOpportunities(batch, vendor, clock.instant(), json).fill();
            DemoCollaborations.fill(batch);
            DemoRules.fill(batch);
            DemoRegistrations.fill(batch);
            batch.run("select compute_partner_statistics()");
            connection.commit();
        }
    }

    static UUID id(String kind, Object which) {
        return UUID.nameUUIDFromBytes((kind + " " + which).getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Batch batch, DemoVendor vendor, Instant today) {
        Instant founded = today.minus(720, ChronoUnit.DAYS);
        String hash = Passwords.hash(PASSWORD);
        for (List<Object> tier : vendor.tiers()) {
            batch.insert(
                    "tier",
                    "id, name, rank, answer_hours",
                    id("tier", tier.get(0)),
                    tier.get(0),
                    tier.get(1),
                    tier.get(2));
        }
        calendar(batch);
        words(batch, "territory", vendor.territories());
        words(batch, "competency", vendor.competencies());
        words(batch, "industry", vendor.industries());
        words(batch, "product_line", vendor.productLines());
        rates(batch);
        for (var person : vendor.staff()) {
            user(batch, person.name(), person.email(), person.role(), null, person.language(), hash, founded);
        }
        vendor.partners().forEach(company -> partner(batch, vendor, company, hash, founded));
        vendor.customers().forEach((country, customers) -> {
            for (int i = 0; i < customers.size(); i++) {
                customer(batch, vendor, country, customers.get(i), i, founded);
            }
        });
    }

    private static void words(Batch batch, String table, List<String> names) {
        names.forEach(name -> batch.insert(table, "id, name", id(table, name), name));
    }

    /** Office hours of the Baltics, in which all tiers except the highest have to answer. */
    private static void calendar(Batch batch) {
        UUID id = id("calendar", "Baltics");
        batch.insert("calendar", "id, name, time_zone, version", id, "Baltics, office hours", "Europe/Tallinn", 0);
        for (String day : List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")) {
            batch.insert("calendar_hours", "calendar_id, day, opens, closes", id, day, "09:00", "17:00");
        }
        Map.of(
                        "2026-12-25",
                        "Christmas Day",
                        "2026-12-26",
                        "Second Day of Christmas",
                        "2027-01-01",
                        "New Year's Day",
                        "2027-03-26",
                        "Good Friday",
                        "2027-06-24",
                        "Midsummer Day")
                .forEach((day, name) ->
                        batch.insert("calendar_holiday", "calendar_id, day, name", id, LocalDate.parse(day), name));
        batch.run("update tier set calendar_id = '%s' where rank > 1".formatted(id));
    }

    /** Rounded rates of the European Central Bank's reference list, spring 2025. */
    private static void rates(Batch batch) {
        var from = LocalDate.of(2020, 1, 1);
        batch.run(("insert into exchange_rate values ('USD', '%1$s', 1.10), ('SEK', '%1$s', 11.00), "
                        + "('PLN', '%1$s', 4.25), ('GBP', '%1$s', 0.85)")
                .formatted(from));
    }

    private static void partner(
            Batch batch, DemoVendor vendor, DemoVendor.Company company, String hash, Instant founded) {
        UUID id = id("partner", company.name());
        String manager = company.country().equals("EE") ? "Jaan Kask" : "Laura Ozola";
        batch.insert(
                "partner",
                "id, name, country, registry_code, web_domain, phone, status, tier_id, channel_manager_id, capacity, "
                        + "member_since, created_at, updated_at, version",
                id,
                company.name(),
                company.country(),
                company.code(),
                company.domain(),
                null,
                "ACTIVE",
                id("tier", vendor.tiers().get(company.tier()).getFirst()),
                id("user", manager),
                company.capacity(),
                LocalDate.ofInstant(founded, ZoneOffset.UTC),
                founded,
                founded,
                0);
        company.territories()
                .forEach(one -> batch.insert(
                        "partner_territory",
                        "partner_id, territory_id",
                        id,
                        id("territory", vendor.territories().get(one))));
        company.competencies()
                .forEach(one -> batch.insert(
                        "partner_competency",
                        "partner_id, competency_id",
                        id,
                        id("competency", vendor.competencies().get(one))));
        var roles = List.of("PARTNER_ADMIN", "PARTNER_SELLER", "PARTNER_MANAGER");
        for (int i = 0; i < company.people().size(); i++) {
            String name = company.people().get(i);
            String email = plain(name.substring(0, name.indexOf(' '))) + "@" + company.domain();
            user(batch, name, email, roles.get(i), id, company.country().equals("EE") ? "et" : "en", hash, founded);
        }
    }

    private static void user(
            Batch batch,
            String name,
            String email,
            String role,
            UUID partner,
            String language,
            String hash,
            Instant since) {
        batch.insert(
                "app_user",
                "id, kind, name, email, role, partner_id, status, language, password_hash, created_at, version",
                id("user", name),
                "PERSON",
                name,
                email,
                role,
                partner,
                "ACTIVE",
                language,
                hash,
                since,
                0);
    }

    private static void customer(
            Batch batch, DemoVendor vendor, String country, List<Object> customer, int which, Instant founded) {
        String name = (String) customer.getFirst();
        String domain =
                plain(name.replaceFirst(" (AS|OÜ|SA|SIA|AB|UAB|VšĮ)$", "")).replace(" ", "-") + ".example";
        batch.insert(
                "customer",
                "id, name, country, registry_code, web_domain, city, industry_id, created_at, updated_at, version",
                id("customer", name),
                name,
                country,
                String.valueOf(20_000_000 + Math.abs(name.hashCode() % 9_000_000)),
                domain,
                customer.get(1),
                id("industry", vendor.industries().get((Integer) customer.get(2))),
                founded,
                founded,
                0);
        var people = new ArrayList<>(vendor.contacts().get(country));
        String person = people.get(which % people.size());
        batch.insert(
                "customer_contact",
                "id, customer_id, name, title, email, phone, created_at, version",
                id("contact", name),
                id("customer", name),
                person,
                vendor.titles().get(which % vendor.titles().size()),
                plain(person.substring(0, person.indexOf(' '))) + "@" + domain,
                "+37%d 5%07d"
                        .formatted(
                                country.equals("EE") ? 2 : country.equals("LV") ? 1 : 0,
                                Math.abs(person.hashCode() + which) % 10_000_000),
                founded,
                0);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9 ]", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
