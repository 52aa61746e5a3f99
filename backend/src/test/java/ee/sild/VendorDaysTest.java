package ee.sild;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.platform.VendorDays;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

/** Days and years are those of the vendor's time zone, in Java and in SQL. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VendorDaysTest {

    @AfterEach
    void useUtc() {
        use("UTC");
    }

    private static void use(String zone) {
        int version = Api.answered(as(admin()).get("/api/v1/policies"), 200)
                .path("version")
                .asInt();
        Api.patch(admin(), version)
                .body("{\"timeZone\": \"%s\"}".formatted(zone))
                .patch("/api/v1/policies")
                .then()
                .statusCode(200)
                .body("timeZone", is(zone));
    }

    @Test
    void only_known_time_zones_are_accepted() {
        int version = Api.answered(as(admin()).get("/api/v1/policies"), 200)
                .path("version")
                .asInt();
        for (String zone : new String[] {"Europe/Atlantis", "+02:00", "utc "}) {
            Api.patch(admin(), version)
                    .body("{\"timeZone\": \"%s\"}".formatted(zone))
                    .patch("/api/v1/policies")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/timeZone"));
        }
    }

    @Test
    void today_is_the_vendors_day() throws SQLException {
        // At any time one of the two has another day than UTC.
        String zone = OffsetDateTime.now(ZoneOffset.UTC).getHour() >= 10 ? "Pacific/Kiritimati" : "Pacific/Pago_Pago";
        use(zone);
        LocalDate today = LocalDate.now(ZoneId.of(zone));
        assertThat(today).isNotEqualTo(LocalDate.now(ZoneOffset.UTC));
        assertThat(VendorDays.of(Instant.now())).isEqualTo(today);
        assertThat(select("select vendor_today()::text")).isEqualTo(today.toString());
        var partner = Api.partner();
        as(admin())
                .get("/api/v1/partners/{id}", partner.id())
                .then()
                .body("programme.memberSince", is(today.toString()));
        String opportunity = Api.accepted(partner);
        var closing = "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\", \"closedOn\": \"%s\"}";
        as(partner.admin())
                .body(closing.formatted(today.plusDays(2)))
                .post("/api/v1/opportunities/{id}/close", opportunity)
                .then()
                .statusCode(422);
        as(partner.admin())
                .body(closing.formatted(today.plusDays(1)))
                .post("/api/v1/opportunities/{id}/close", opportunity)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Tallinn, 2027-03-27",
        "Europe/Tallinn, 2027-03-28",
        "Europe/Tallinn, 2027-10-31",
        "Europe/Tallinn, 2026-12-31",
        "America/New_York, 2027-03-14",
        "America/New_York, 2027-11-07",
        "America/New_York, 2026-12-31",
        "Australia/Lord_Howe, 2027-04-04",
        "Australia/Lord_Howe, 2027-10-03",
        "Australia/Lord_Howe, 2026-12-31"
    })
    void a_day_ends_at_midnight_of_the_zone(String zone, LocalDate day) throws SQLException {
        Instant begin = day.atStartOfDay(ZoneId.of(zone)).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        try {
            VendorDays.use(ZoneId.of(zone));
            assertThat(VendorDays.of(begin.minusMillis(1))).isEqualTo(day.minusDays(1));
            assertThat(VendorDays.of(begin)).isEqualTo(day);
            assertThat(VendorDays.of(end.minusMillis(1))).isEqualTo(day);
            assertThat(VendorDays.of(end)).isEqualTo(day.plusDays(1));
        } finally {
            VendorDays.use(ZoneOffset.UTC);
        }
        String facts = "('ON_HOLD', '%1$s', '%1$s', '%2$s', '%1$s', '%3$s', 365, 8760)";
        assertThat(select("select alert_of" + facts.formatted(end.minusMillis(1), day, zone)))
                .isNull();
        assertThat(select("select alert_of" + facts.formatted(end, day, zone))).isEqualTo("OVERDUE");
        assertThat(select("select (alert_changes_at" + facts.formatted(begin, day, zone) + " = '" + end + "')::text"))
                .isEqualTo("true");
    }

    private static String select(String sql) throws SQLException {
        try (var owner = SuperuserConnection.connection();
                var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
