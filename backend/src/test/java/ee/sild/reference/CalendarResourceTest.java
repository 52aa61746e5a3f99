package ee.sild.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.SuperuserConnection;
import ee.sild.TestDatabase;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CalendarResourceTest {

    private static ValidatableResponse create(String zone, String day, String opens) {
        return as(admin())
                .body("""
            {"name": "Kontor %s", "timeZone": "%s", "hours": [{"day": "MONDAY", "opens": "09:00", "closes": "17:00"},
              {"day": "%s", "opens": "%s", "closes": "10:00"}]}""".formatted(UUID.randomUUID(), zone, day, opens))
                .post("/api/v1/calendars")
                .then();
    }

    @Test
    void an_invalid_calendar_is_rejected_with_its_fields() {
        create("Europe/Atlantis", "TUESDAY", "09:00").statusCode(422).body("errors.pointer", contains("/timeZone"));
        create("Europe/Tallinn", "MONDAY", "09:00").statusCode(422).body("errors.pointer", contains("/hours"));
        create("Europe/Tallinn", "TUESDAY", "10:00")
                .statusCode(422)
                .body("errors.pointer", contains("/hours/1/closes"));
        create("Europe/Tallinn", "NODAY", "09:00").statusCode(400);
    }

    @Test
    void an_offer_is_due_in_the_business_hours_of_the_tier() {
        String calendar = create("Europe/Tallinn", "TUESDAY", "09:00")
                .statusCode(201)
                .extract()
                .path("id");
        String tier = as(admin())
                .body("{\"name\": \"Kuld %s\", \"level\": 3, \"answerHours\": 9, \"calendarId\": \"%s\"}"
                        .formatted(UUID.randomUUID(), calendar))
                .post("/api/v1/tiers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var partner = Api.partner();
        Api.patch(admin(), 0)
                .body("{\"programme\": {\"tierId\": \"%s\"}}".formatted(tier))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
        String answerBy = as(sales())
                .body(Api.direct(partner.id()))
                .post("/api/v1/opportunities/{id}/distribute", Api.opportunity())
                .then()
                .statusCode(200)
                .extract()
                .path("distribution.answerBy");
        var local = Instant.parse(answerBy).atZone(ZoneId.of("Europe/Tallinn"));
        assertThat(local.getDayOfWeek().getValue()).isLessThanOrEqualTo(2);
        assertThat(local.getHour()).isBetween(9, 17);
        assertThat(Instant.parse(answerBy)).isAfter(Instant.now().plusSeconds(8 * 3600));
    }

    private static String calendar(String more) {
        return Api.answered(
                        as(admin())
                                .body("{\"name\": \"Kontor %s\", \"timeZone\": \"Europe/Tallinn\", %s}"
                                        .formatted(UUID.randomUUID(), more))
                                .post("/api/v1/calendars"),
                        201)
                .path("id")
                .asText();
    }

    private static ValidatableResponse tier(String calendar, int hours) {
        return as(admin())
                .body("{\"name\": \"Kuld %s\", \"level\": 3, \"answerHours\": %d, \"calendarId\": \"%s\"}"
                        .formatted(UUID.randomUUID(), hours, calendar))
                .post("/api/v1/tiers")
                .then();
    }

    @Test
    void breaks_nights_and_short_days_are_kept() {
        String id = calendar("""
                "hours": [{"day": "MONDAY", "opens": "13:00", "closes": "17:00"}, {"day": "MONDAY", "opens": "09:00", "closes": "12:00"},
                  {"day": "FRIDAY", "opens": "22:00", "closes": "06:00"}, {"day": "SUNDAY", "opens": "00:00", "closes": "24:00"}],
                "holidays": [{"day": "2027-02-24", "name": "Vabariigi aastapäev"},
                  {"day": "2027-02-23", "name": "Lühendatud", "opens": "12:00", "closes": "14:00"},
                  {"day": "2027-02-23", "name": "Lühendatud", "opens": "09:00", "closes": "11:00"}]""");
        as(admin())
                .get("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "hours.opens",
                        contains("09:00", "13:00", "22:00", "00:00"),
                        "hours.closes",
                        contains("12:00", "17:00", "06:00", "24:00"),
                        "holidays.day",
                        contains("2027-02-23", "2027-02-23", "2027-02-24"),
                        "holidays.opens",
                        contains("09:00", "12:00", null));
        Api.patch(admin(), 0)
                .body("""
                        {"holidays": [{"day": "2027-02-23", "name": "Lühendatud", "opens": "09:00", "closes": "11:00"},
                          {"day": "2027-02-24", "name": "Lühem", "opens": "10:00", "closes": "24:00"}]}""")
                .patch("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(200)
                .body("holidays.opens", contains("09:00", "10:00"), "holidays.closes", contains("11:00", "24:00"));
    }

    @Test
    void contradicting_days_are_rejected() {
        String hours = "\"hours\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"17:00\"}]";
        String day = "{\"day\": \"2027-02-23\", \"name\": \"x\", \"opens\": %s, \"closes\": %s}";
        for (var wrong : List.of(
                List.of("/holidays/0/closes", day.formatted("\"09:00\"", "null")),
                List.of("/holidays/0/opens", day.formatted("null", "\"09:00\"")),
                List.of("/holidays/0/closes", day.formatted("\"09:00\"", "\"09:00\"")),
                List.of("/holidays", day.formatted("null", "null") + "," + day.formatted("\"09:00\"", "\"10:00\"")),
                List.of(
                        "/holidays",
                        day.formatted("\"09:00\"", "\"11:00\"") + "," + day.formatted("\"10:00\"", "\"12:00\"")))) {
            as(admin())
                    .body("{\"name\": \"x\", \"timeZone\": \"Europe/Tallinn\", %s, \"holidays\": [%s]}"
                            .formatted(hours, wrong.get(1)))
                    .post("/api/v1/calendars")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains(wrong.get(0)));
        }
    }

    @Test
    void an_answer_time_that_the_calendar_never_reaches_is_rejected() {
        String rare = calendar("\"hours\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"10:00\"}]");
        tier(rare, 2000).statusCode(422).body("errors.pointer", contains("/answerHours"));
        String tier = tier(rare, 100).statusCode(201).extract().path("id");
        Api.patch(admin(), 0)
                .body("{\"answerHours\": 200}")
                .patch("/api/v1/tiers/{id}", tier)
                .then()
                .statusCode(422)
                .body("errors.code", contains("unreachable"));
        Api.patch(admin(), 0)
                .body("{\"hours\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"09:30\"}]}")
                .patch("/api/v1/calendars/{id}", rare)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/hours"), "errors.code", contains("unreachable-tier"));
    }

    @Test
    void a_partner_without_a_deadline_is_excluded_with_the_reason() throws Exception {
        String calendar = calendar("\"hours\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"10:00\"}]");
        String tier = tier(calendar, 100).statusCode(201).extract().path("id");
        var partner = Api.partner();
        String skill = Api.answered(
                        as(admin())
                                .body("{\"name\": \"%s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/competencies"),
                        201)
                .path("id")
                .asText();
        Api.patch(admin(), 0)
                .body("{\"programme\": {\"tierId\": \"%s\", \"competencyIds\": [\"%s\"]}}".formatted(tier, skill))
                .patch("/api/v1/partners/{id}", partner.id())
                .then()
                .statusCode(200);
        // As an installation may have it from before such answer times were rejected.
        try (var owner = SuperuserConnection.connection();
                var statement = owner.prepareStatement(
                        "update tier set answer_hours = 2000, version = version + 1 where id = ?::uuid")) {
            statement.setString(1, tier);
            statement.executeUpdate();
        }
        String opportunity = Api.opportunity();
        Api.patch(sales(), 0)
                .body("{\"classification\": {\"requiredCompetencyIds\": [\"%s\"]}}".formatted(skill))
                .patch("/api/v1/opportunities/{id}", opportunity)
                .then()
                .statusCode(200);
        for (String method : List.of("PREFERRED", "ROUND_ROBIN", "CASCADE")) {
            Api.refused(
                    as(sales())
                            .body("{\"method\": \"%s\"}".formatted(method))
                            .post("/api/v1/opportunities/{id}/distribute", opportunity),
                    409,
                    "distribution.nobody");
        }
        as(sales())
                .get("/api/v1/opportunities/{id}/matches?limit=200", opportunity)
                .then()
                .statusCode(200)
                .body(
                        "candidates.find { it.partner.id == '%s' }.verdicts.find { it.rule == 'ANSWER_TIME' }.fulfilled"
                                .formatted(partner.id()),
                        is(false));
        as(sales())
                .body(Api.direct(partner.id()))
                .post("/api/v1/opportunities/{id}/distribute", opportunity)
                .then()
                .statusCode(409)
                .body("code", is("distribution.no-deadline"));
        as(sales())
                .body("{\"method\": \"DIRECT\", \"partnerId\": \"%s\", \"answerBy\": \"%s\"}"
                        .formatted(partner.id(), Instant.now().plusSeconds(3600)))
                .post("/api/v1/opportunities/{id}/distribute", opportunity)
                .then()
                .statusCode(200);
        Api.refused(
                as(sales())
                        .body("{\"ask\": true}")
                        .put("/api/v1/opportunities/{id}/collaborators/{partner}", Api.opportunity(), partner.id()),
                409,
                "distribution.no-deadline");
    }

    @Test
    void holidays_are_added_and_removed() {
        String id = create("Europe/Tallinn", "TUESDAY", "09:00")
                .statusCode(201)
                .extract()
                .path("id");
        Api.patch(admin(), 0)
                .body("{\"holidays\": [{\"day\": \"2027-02-24\", \"name\": \"Vabariigi aastapäev\"}]}")
                .patch("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(200)
                .body("version", is(1), "holidays.name", contains("Vabariigi aastapäev"));
        Api.patch(admin(), 1)
                .body("{\"holidays\": []}")
                .patch("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(200)
                .body("version", is(2), "holidays.size()", is(0));
    }

    @Test
    void a_changed_calendar_or_tier_is_validated() {
        String id = create("Europe/Tallinn", "TUESDAY", "09:00")
                .statusCode(201)
                .extract()
                .path("id");
        String taken = create("Europe/Tallinn", "TUESDAY", "09:00")
                .statusCode(201)
                .extract()
                .path("name");
        Api.patch(admin(), 0)
                .body("{\"timeZone\": \"Europe/Atlantis\"}")
                .patch("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/timeZone"));
        Api.patch(admin(), 0)
                .body("{\"name\": \"%s\"}".formatted(taken))
                .patch("/api/v1/calendars/{id}", id)
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));

        String name = "Kuld " + UUID.randomUUID();
        String tier = null;
        for (String one : new String[] {name, name + " 2"}) {
            tier = as(admin())
                    .body("{\"name\": \"%s\", \"level\": 3, \"answerHours\": 9}".formatted(one))
                    .post("/api/v1/tiers")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        Api.patch(admin(), 0)
                .body("{\"calendarId\": \"%s\"}".formatted(UUID.randomUUID()))
                .patch("/api/v1/tiers/{id}", tier)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/calendarId"));
        Api.patch(admin(), 0)
                .body("{\"name\": \"%s\"}".formatted(name))
                .patch("/api/v1/tiers/{id}", tier)
                .then()
                .statusCode(409)
                .body("code", is("duplicate"));
    }
}
