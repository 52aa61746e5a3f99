package ee.sild.timeline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.Api;
import ee.sild.StatementRecorder;

import static ee.sild.Api.accepted;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.patch;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class TimelineResourceTest {

    @Test
    void staff_read_a_partners_note_as_safe_html() {
        var company = partner();
        String id = accepted(company);
        as(company.admin())
                .body("{\"text\": \"Klient <b>soovib</b> *kahte*\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("mine", is(true));
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body(
                        "items[0].note.html",
                        containsString("&lt;b&gt;soovib&lt;/b&gt; <em>kahte</em>"),
                        "items[0].note.mine",
                        is(false),
                        "items[0].actorPartner.id",
                        is(company.id()));
    }

    @Test
    void staff_notes_are_hidden_from_partners() {
        var company = partner();
        String id = accepted(company);
        as(sales())
                .body("{\"text\": \"Sisemine\", \"visibility\": \"STAFF\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201);
        as(company.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.note.text", not(hasItem("Sisemine")));
        as(company.admin())
                .body("{\"text\": \"x\", \"visibility\": \"STAFF\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(403)
                .body("code", is("note.staff-only"));
    }

    @Test
    void only_the_author_edits_and_deletes_a_note() {
        var company = partner();
        String id = accepted(company);
        String note = as(company.admin())
                .body("{\"text\": \"Esimene\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .extract()
                .path("id");
        patch(sales(), 0)
                .body("{\"text\": \"x\"}")
                .patch("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(403)
                .body("code", is("note.not-yours"));
        patch(company.admin(), 0)
                .body("{\"text\": \"Teine\"}")
                .patch("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(200)
                .body("text", is("Teine"), "editedAt", notNullValue());
        patch(company.admin(), 0)
                .body("{\"text\": \"Kolmas\"}")
                .patch("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(412);
        as(company.admin())
                .delete("/api/v1/opportunities/{id}/notes/{note}", accepted(company), note)
                .then()
                .statusCode(404);
        as(company.admin())
                .delete("/api/v1/opportunities/{id}/notes/{note}", id, note)
                .then()
                .statusCode(204);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.findAll { it.type == 'NOTE' }", hasSize(0));
    }

    @Test
    void a_later_partner_cannot_read_notes_of_an_earlier_one() {
        var first = partner();
        var second = partner();
        String id = accepted(first);
        as(first.admin())
                .body("{\"text\": \"Meie hind on 1\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201);
        as(first.admin())
                .body("{\"reasonCode\": \"NO_INTEREST\", \"reason\": \"saladus\"}")
                .post("/api/v1/opportunities/{id}/return", id)
                .then()
                .statusCode(200);
        as(sales())
                .body(Api.direct(second.id()))
                .post("/api/v1/opportunities/{id}/distribute", id)
                .then()
                .statusCode(200);
        as(second.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body(not(containsString("hind")))
                .body(not(containsString("saladus")))
                .body(not(containsString(first.id())));
    }

    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private static ValidatableResponse attach(
            Api.Person by, String opportunity, String note, String name, byte[] content) {
        return as(by).body(Map.of("name", name, "content", Base64.getEncoder().encodeToString(content)))
                .post("/api/v1/opportunities/{id}/notes/{note}/attachments", opportunity, note)
                .then();
    }

    @Test
    void an_attachment_is_visible_with_its_note() {
        var company = partner();
        String id = accepted(company);
        String note = as(company.admin())
                .body("{\"text\": \"Pakkumine lisatud\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("attachments", hasSize(0))
                .extract()
                .path("id");
        byte[] content = new byte[3 * 1024 * 1024];
        new Random(7).nextBytes(content);
        System.arraycopy(PDF, 0, content, 0, PDF.length);
        String file = attach(company.admin(), id, note, "Pakkumine *õ ä* 1.PDF", content)
                .statusCode(201)
                .header("Location", startsWith("/api/v1/attachments/"))
                .body("name", is("Pakkumine *õ ä* 1.PDF"), "size", is(content.length))
                .extract()
                .path("id");

        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items[0].note.attachments.id", contains(file), "items[0].note.version", is(1));
        byte[] got = as(sales())
                .get("/api/v1/attachments/{id}", file)
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header(
                        "Content-Disposition",
                        is("attachment; filename*=UTF-8''Pakkumine%20%2A%C3%B5%20%C3%A4%2A%201.PDF"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .extract()
                .asByteArray();
        assertThat(got).isEqualTo(content);

        as(sales())
                .delete("/api/v1/attachments/{id}", file)
                .then()
                .statusCode(403)
                .body("code", is("note.not-yours"));
        as(partner().admin()).get("/api/v1/attachments/{id}", file).then().statusCode(404);
        as(company.admin()).delete("/api/v1/attachments/{id}", file).then().statusCode(204);
        as(company.admin()).get("/api/v1/attachments/{id}", file).then().statusCode(404);
        as(sales()).get("/api/v1/opportunities/{id}/timeline", id).then().body("items[0].note.attachments", hasSize(0));
    }

    @Test
    void the_space_for_files_of_an_opportunity_and_of_a_partner_is_limited() {
        var company = partner();
        byte[] large = Arrays.copyOf(PDF, 10 * 1024 * 1024);
        String first = accepted(company);
        attach(company.admin(), first, note(company.admin(), first), "1.pdf", large)
                .statusCode(201);
        attach(company.admin(), first, note(company.admin(), first), "2.pdf", large)
                .statusCode(201);
        attach(company.admin(), first, note(company.admin(), first), "3.pdf", large)
                .statusCode(409)
                .body("code", is("attachment.opportunity-full"));
        attach(sales(), first, note(sales(), first), "3.pdf", large)
                .statusCode(409)
                .body("code", is("attachment.opportunity-full"));
        String second = accepted(company);
        attach(company.manager(), second, note(company.manager(), second), "1.pdf", large)
                .statusCode(201);
        attach(company.manager(), second, note(company.manager(), second), "2.pdf", large)
                .statusCode(409)
                .body("code", is("attachment.partner-full"));
        attach(sales(), second, note(sales(), second), "2.pdf", large).statusCode(201);
    }

    private static String note(Api.Person by, String opportunity) {
        return as(by).body("{\"text\": \"x\"}")
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void an_invalid_attachment_is_rejected() {
        String id = accepted(partner());
        String note = as(sales())
                .body("{\"text\": \"x\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .extract()
                .path("id");
        byte[] content = {1};
        attach(sales(), id, note, "run.exe", content)
                .statusCode(422)
                .body("errors[0].pointer", is("/name"), "errors[0].code", is("attachment.type"));
        attach(sales(), id, note, "pdf", content).statusCode(422).body("errors[0].pointer", is("/name"));
        attach(sales(), id, note, "../x.pdf", content).statusCode(422).body("errors[0].pointer", is("/name"));
        for (String name : List.of("CON.pdf", ".pdf", "a:b.pdf", "õ".repeat(130) + ".pdf", "a\u200ffdp.pdf")) {
            attach(sales(), id, note, name, PDF)
                    .statusCode(422)
                    .body("errors[0].pointer", is("/name"), "errors[0].code", is("attachment.name"));
        }
        attach(sales(), id, note, "x.pdf", new byte[0]).statusCode(422).body("errors[0].code", is("attachment.empty"));
        attach(sales(), id, note, "x.pdf", new byte[10 * 1024 * 1024 + 1])
                .statusCode(422)
                .body("errors[0].code", is("attachment.size"));
        attach(sales(), id, note, "x.png", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("errors[0].pointer", is("/content"), "errors[0].code", is("attachment.content"));
        attach(sales(), id, note, "x.pdf", Arrays.copyOf(PDF, 10 * 1024 * 1024)).statusCode(201);
        as(sales())
                .body("{\"name\": \"x.pdf\", \"content\": \"no base64!\"}")
                .post("/api/v1/opportunities/{id}/notes/{note}/attachments", id, note)
                .then()
                .statusCode(400)
                .body("code", is("malformed"));
    }

    @Test
    void the_timeline_is_paginated() {
        String id = accepted(partner());
        String cursor = as(sales())
                .queryParam("limit", 2)
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("nextCursor");
        as(sales())
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .body("items.event", hasItem("CREATED"), "nextCursor", nullValue());
        as(sales())
                .queryParam("cursor", "nonsense")
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(400)
                .body("code", is("cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {">", "- ", "1. ", "*", "["})
    void a_deeply_nested_note_can_be_read(String mark) {
        var company = partner();
        String id = accepted(company);
        String text = mark.repeat(9_999 / mark.length()) + "x";
        as(company.admin())
                .body(Map.of("text", text))
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201)
                .body("html", containsString("x"));
        String other = as(sales())
                .body("{\"text\": \"Teine\"}")
                .post("/api/v1/opportunities/{id}/notes", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        patch(sales(), 0)
                .body(Map.of("text", text))
                .patch("/api/v1/opportunities/{id}/notes/{note}", id, other)
                .then()
                .statusCode(200)
                .body("html", containsString("x"));
        as(company.admin())
                .get("/api/v1/opportunities/{id}/timeline", id)
                .then()
                .statusCode(200)
                .body("items[0,1].note.text", contains(text, text));
    }

    @Test
    void readers_are_only_loaded_if_somebody_is_mentioned() {
        var company = partner();
        String id = accepted(company);
        Predicate<String> asksForPeople = sql -> sql.contains("order by partner nulls first");
        assertThat(StatementRecorder.during(() -> as(company.admin())
                        .body(Map.of("text", "x"))
                        .post("/api/v1/opportunities/{id}/notes", id)
                        .then()
                        .statusCode(201)))
                .isNotEmpty()
                .noneMatch(asksForPeople);
        assertThat(StatementRecorder.during(() -> as(company.admin())
                        .body(Map.of("text", "x", "mentions", List.of(sales().id())))
                        .post("/api/v1/opportunities/{id}/notes", id)
                        .then()
                        .statusCode(201)))
                .anyMatch(asksForPeople);
    }
}
