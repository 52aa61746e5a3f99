package ee.sild.reference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
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
