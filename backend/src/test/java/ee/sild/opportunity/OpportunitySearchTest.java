package ee.sild.opportunity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.answered;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;

/** A search finds opportunities by what its caller may read, however it is written. */
@QuarkusTest
class OpportunitySearchTest {

    /** A word that no other test uses. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    private static String opportunity(String topic, String customer, String contact) {
        return answered(
                        as(sales())
                                .body("{\"topic\": \"%s\", \"customer\": %s, \"contact\": %s}"
                                        .formatted(topic, customer, contact))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
    }

    private static String opportunity(String topic) {
        return opportunity(topic, "{\"name\": \"Saarte Kala AS\", \"country\": \"EE\"}", "null");
    }

    private static String note(Person by, String opportunity, String text, String more) {
        return answered(
                        as(by).body("{\"text\": \"%s\"%s}".formatted(text, more))
                                .post("/api/v1/opportunities/{id}/notes", opportunity),
                        201)
                .path("id")
                .asText();
    }

    private static boolean finds(Person by, String q, String id) {
        return ids(as(by).queryParam("q", q)).contains(id);
    }

    private static List<String> ids(RequestSpecification request) {
        var ids = new ArrayList<String>();
        answered(request.get("/api/v1/opportunities"), 200)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    @Test
    void words_are_found_however_they_are_written() {
        String mark = word();
        String id = opportunity("Õlletehase žürii, Łódź: O’Neilli STRASSE Ærø Ülemõõt d'Or " + mark);
        for (String q : List.of(
                "olletehase",
                "ÕLLETEHASE",
                Normalizer.normalize("õlletehase žürii", Normalizer.Form.NFD),
                "zurii\u00a0lodz",
                "oneill straße",
                "aero",
                "ærø ulemoot",
                "tehase  õl",
                "mõõt",
                "dor")) {
            assertThat(finds(sales(), q + " " + mark, id)).as(q).isTrue();
        }
        for (String q : List.of("hase õlle x", "te", "olletehasee", "xyz")) {
            assertThat(finds(sales(), q + " " + mark, id)).as(q).isFalse();
        }
        assertThat(ids(as(sales()).queryParam("q", "?!")))
                .as("nothing to search by")
                .isEmpty();
    }

    @Test
    void a_stored_text_may_be_decomposed() {
        String mark = word();
        String id = opportunity(Normalizer.normalize("Žemaitijos õunaaed ", Normalizer.Form.NFD) + mark);
        assertThat(finds(sales(), "zemaitijos ounaaed " + mark, id)).isTrue();
        assertThat(finds(sales(), "Žemaitijos Õunaaed " + mark, id)).isTrue();
    }

    @Test
    void staff_find_everything_of_an_opportunity() {
        String code = word().substring(0, 12);
        var company = Api.partner("Põhjala " + word());
        String id = opportunity(
                "Teema " + code,
                """
                {"name": "Kala %1$s OÜ", "country": "EE", "profile": {"registryCode": "R%1$s", "vatNumber": "V%1$s",
                 "webDomain": "d%1$s.example"}}""".formatted(code),
                "{\"name\": \"Tiina M%1$s\", \"email\": \"e%1$s@mail.example\"}".formatted(code));
        Api.distribute(id, company);
        note(sales(), id, "Leping n" + code + " on valmis", "");
        String number = answered(as(sales()).get("/api/v1/opportunities/{id}", id), 200)
                .path("number")
                .asText();
        String partner = answered(as(sales()).get("/api/v1/partners/{id}", company.id()), 200)
                .path("name")
                .asText();
        for (String q : List.of(
                "teema " + code,
                number,
                number.substring(4),
                "kala " + code,
                "r" + code,
                "V" + code,
                "d" + code + ".example",
                "tiina m" + code,
                "e" + code + "@mail",
                partner,
                "n" + code,
                "leping kala põhjala tiina " + code)) {
            assertThat(ids(as(sales()).queryParam("q", q))).as(q).contains(id);
        }
        assertThat(finds(sales(), "puudub " + code, id)).isFalse();
    }

    @Test
    void a_partner_finds_contacts_and_codes_only_after_it_has_accepted() {
        String mark = word();
        String code = word().substring(0, 12);
        var company = Api.partner();
        String id = opportunity(
                mark,
                "{\"name\": \"Kala %1$s\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"R%1$s\"}}"
                        .formatted(code),
                "{\"name\": \"Tiina M%1$s\", \"email\": \"e%1$s@mail.example\"}".formatted(code));
        String offer = Api.distribute(id, company);
        assertThat(finds(company.admin(), mark, id)).isTrue();
        assertThat(finds(company.admin(), "kala " + code, id)).isTrue();
        assertThat(finds(company.seller(), mark, id)).isFalse();
        var hidden = List.of("m" + code, "e" + code, "r" + code, mark + " tiina");
        for (String q : hidden) {
            assertThat(ids(as(company.admin()).queryParam("q", q))).as(q).isEmpty();
        }
        as(company.admin())
                .post("/api/v1/distributions/{id}/accept", offer)
                .then()
                .statusCode(200);
        for (String q : hidden) {
            assertThat(ids(as(company.admin()).queryParam("q", q))).as(q).containsExactly(id);
        }
        assertThat(ids(as(company.seller()).queryParam("q", mark))).isEmpty();
        assertThat(ids(as(Api.partner().admin()).queryParam("q", mark))).isEmpty();
    }

    @Test
    void notes_are_found_by_their_readers() {
        var company = Api.partner();
        String id = Api.accepted(company);
        String staffOnly = word();
        String shared = word();
        String first = word();
        note(sales(), id, staffOnly, ", \"visibility\": \"STAFF\"");
        String note = note(company.admin(), id, "Žest: (" + shared + "), km", "");
        note(company.admin(), id, first, "");
        assertThat(ids(as(sales()).queryParam("q", staffOnly))).containsExactly(id);
        assertThat(ids(as(company.admin()).queryParam("q", staffOnly))).isEmpty();
        assertThat(ids(as(company.admin()).queryParam("q", "zest km " + shared + " " + first)))
                .containsExactly(id);
        assertThat(ids(as(company.admin()).queryParam("q", shared))).containsExactly(id);
        Api.patch(company.admin(), 0)
                .body("{\"text\": \"Muudetud\"}")
                .patch("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(200);
        assertThat(ids(as(company.admin()).queryParam("q", shared))).isEmpty();
        assertThat(ids(as(company.admin()).queryParam("q", "zest muudetud"))).isEmpty();
        as(company.admin())
                .delete("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(204);
        assertThat(ids(as(company.admin()).queryParam("q", "muudetud"))).isEmpty();
        as(sales())
                .body("{\"reason\": \"Liiga aeglane\"}")
                .post("/api/v1/opportunities/{id}/take-back", id)
                .then()
                .statusCode(200);
        var second = Api.partner();
        as(second.admin())
                .post("/api/v1/distributions/{id}/accept", Api.distribute(id, second))
                .then()
                .statusCode(200);
        assertThat(ids(as(company.admin()).queryParam("q", first))).isEmpty();
        assertThat(ids(as(second.admin()).queryParam("q", first))).isEmpty();
        assertThat(ids(as(sales()).queryParam("q", first))).containsExactly(id);
    }

    @Test
    void the_pool_is_searched_by_what_it_shows() {
        String mark = word();
        String contact = word();
        String id =
                opportunity(mark, "{\"name\": \"Kala\", \"country\": \"EE\"}", "{\"name\": \"%s\"}".formatted(contact));
        as(sales()).post("/api/v1/opportunities/{id}/open-to-pool", id).then().statusCode(200);
        Company company = Api.partner();
        assertThat(ids(as(company.admin()).queryParam("view", "pool").queryParam("q", "kala " + mark)))
                .containsExactly(id);
        assertThat(ids(as(company.admin()).queryParam("view", "pool").queryParam("q", contact)))
                .isEmpty();
        assertThat(ids(as(company.seller()).queryParam("view", "pool").queryParam("q", mark)))
                .isEmpty();
        assertThat(ids(as(sales()).queryParam("q", contact))).containsExactly(id);
    }

    @Test
    void pages_of_a_search_contain_each_match_once() {
        String mark = word();
        Set<String> matches = new LinkedHashSet<>();
        for (int i = 0; i < 75; i++) {
            String id = opportunity(i % 5 == 0 ? mark + " " + i : "Muu " + i);
            if (i % 5 == 0) {
                matches.add(id);
            }
        }
        for (String sort : List.of("-updatedAt", "updatedAt", "topic", "-number", "value")) {
            var pages = new ArrayList<String>();
            String cursor = "";
            do {
                var page = answered(
                        as(sales())
                                .queryParam("q", mark)
                                .queryParam("sort", sort)
                                .queryParam("limit", 4)
                                .queryParam("count", true)
                                .queryParam("cursor", cursor)
                                .get("/api/v1/opportunities"),
                        200);
                page.path("items").forEach(item -> pages.add(item.path("id").asText()));
                assertThat(page.path("total").asInt()).isEqualTo(matches.size());
                cursor = page.path("nextCursor").asText(null);
            } while (cursor != null);
            assertThat(pages).as(sort).containsExactlyInAnyOrderElementsOf(matches);
        }
    }
}
