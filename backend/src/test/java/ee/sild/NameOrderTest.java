package ee.sild;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ee.sild.Api.Company;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;

/** Names are sorted in the order of the reader's language, on every page. */
@QuarkusTest
class NameOrderTest {

    private static final List<String> NAMES =
            List.of("Ünne", "Wiik", "Šveits", "Zagreb", "Žanna", "taevas", "Sild", "Õun", "Ärma", "aken", "Öö");

    /** Z and Ž follow S and Š in Estonian, and W is a V. */
    private static final List<String> ESTONIAN =
            List.of("aken", "Sild", "Šveits", "Zagreb", "Žanna", "taevas", "Wiik", "Õun", "Ärma", "Öö", "Ünne");

    private static final List<String> ENGLISH =
            List.of("aken", "Ärma", "Öö", "Õun", "Sild", "Šveits", "taevas", "Ünne", "Wiik", "Zagreb", "Žanna");

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private String create(String collection, String body) {
        return Api.answered(as(admin()).body(body).post("/api/v1/" + collection), 201)
                .path("id")
                .asText();
    }

    private static JsonNode read(String language, String path) {
        return Api.answered(as(sales()).header("Accept-Language", language).get("/api/v1/" + path), 200);
    }

    private List<String> names(JsonNode page, String field) {
        var names = new ArrayList<String>();
        for (JsonNode item : page.path("items")) {
            String name = item.at(field).asText();
            if (name.contains(mark)) {
                names.add(name.substring(0, name.indexOf(' ')));
            }
        }
        return names;
    }

    /** All pages, each of which is requested in the language given for it. */
    private List<String> pages(String path, String field, String... languages) {
        var names = new ArrayList<String>();
        String cursor = "";
        for (int i = 0; cursor != null; i++) {
            var page = read(languages[i % languages.length], path + "&limit=2&cursor=" + cursor);
            names.addAll(names(page, field));
            cursor = page.path("nextCursor").isNull()
                    ? null
                    : page.path("nextCursor").asText();
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"customers", "partners"})
    void companies(String collection) {
        NAMES.forEach(name -> create(collection, "{\"name\": \"%s %s\", \"country\": \"EE\"}".formatted(name, mark)));
        String list = collection + "?q=" + mark + "&sort=name";
        assertThat(pages(list, "/name", "et")).isEqualTo(ESTONIAN);
        assertThat(pages(list, "/name", "en")).isEqualTo(ENGLISH);
        assertThat(pages(list.replace("=name", "=-name"), "/name", "et")).isEqualTo(ESTONIAN.reversed());
        assertThat(pages(list, "/name", "et", "en"))
                .as("A list continues in the language that it began in")
                .isEqualTo(ESTONIAN);
        Api.refused(
                as(sales())
                        .get("/api/v1/" + collection + "?sort=name&cursor="
                                + read("et", collection + "?sort=-updatedAt&limit=1")
                                        .path("nextCursor")
                                        .asText()),
                400,
                "cursor");
    }

    @Test
    void opportunities() {
        NAMES.forEach(name -> create("opportunities", """
                {"topic": "%1$s %2$s", "customer": {"name": "%1$s %2$s", "country": "EE"}}""".formatted(name, mark)));
        for (String sort : List.of("topic", "customer")) {
            String field = sort.equals("topic") ? "/topic" : "/customer/name";
            String list = "opportunities?q=" + mark + "&sort=" + sort;
            assertThat(pages(list, field, "et")).isEqualTo(ESTONIAN);
            assertThat(pages(list, field, "en")).isEqualTo(ENGLISH);
        }
    }

    @Test
    void vocabularies() {
        for (String collection : List.of("product-lines", "competencies", "industries", "territories")) {
            NAMES.forEach(name -> create(collection, "{\"name\": \"%s %s\"}".formatted(name, mark)));
            assertThat(names(read("et", collection), "/name")).as(collection).isEqualTo(ESTONIAN);
            assertThat(names(read("en", collection), "/name")).as(collection).isEqualTo(ENGLISH);
        }
    }

    @Test
    void contacts_and_users() {
        String customer = create("customers", "{\"name\": \"%s\", \"country\": \"EE\"}".formatted(mark));
        NAMES.forEach(
                name -> create("customers/" + customer + "/contacts", "{\"name\": \"%s %s\"}".formatted(name, mark)));
        var contacts = read("et", "customers/" + customer).path("contacts");
        assertThat(contacts.findValuesAsText("name").stream().map(name -> name.replace(" " + mark, "")))
                .isEqualTo(ESTONIAN);

        Company partner = Api.partner();
        NAMES.forEach(name -> Api.answered(
                as(admin())
                        .body("""
                                {"name": "%s %s", "email": "%s@x.test", "role": "PARTNER_SELLER", "language": "et"}""".formatted(name, mark, UUID.randomUUID()))
                        .post("/api/v1/partners/{id}/users", partner.id()),
                201));
        assertThat(names(read("et", "partners/" + partner.id() + "/users"), "/name"))
                .isEqualTo(ESTONIAN);
    }
}
