package ee.sild.timeline;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.SuperuserConnection;
import ee.sild.platform.job.Job;
import ee.sild.platform.security.DatabaseActor;

import static ee.sild.Api.accepted;
import static ee.sild.Api.as;
import static ee.sild.Api.partner;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Deleted notes and files are restored by their author, for an hour. */
@QuarkusTest
class RestoreTest {

    private static final String RESTORE_NOTE = "/api/v1/opportunities/{id}/notes/{note}/restore";
    private static final String RESTORE_FILE = "/api/v1/attachments/{id}/restore";
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    @Inject
    @Any
    Instance<Job> jobs;

    private Api.Company company;
    private String opportunity;
    private String note;

    @BeforeEach
    void write_a_note() {
        company = partner();
        opportunity = accepted(company);
        note = write("Hinnapakkumine saadetud");
    }

    @Test
    void a_deleted_note_is_back_where_it_was_for_both_sides() {
        String file = attach("Pakkumine.pdf", PDF).extract().path("id");
        String later = write("Hilisem");
        delete(note);
        visibleTo(sales(), later);
        // A deleted note does not exist for others; its author sees what became of it.
        as(sales()).post(RESTORE_NOTE, opportunity, note).then().statusCode(404);
        as(company.manager()).post(RESTORE_NOTE, opportunity, note).then().statusCode(404);
        as(company.admin())
                .post(RESTORE_NOTE, opportunity, note)
                .then()
                .statusCode(200)
                .body("text", is("Hinnapakkumine saadetud"), "attachments.id", contains(file), "mine", is(true));
        visibleTo(sales(), later, note);
        visibleTo(company.manager(), later, note);
        as(sales()).get("/api/v1/attachments/{id}", file).then().statusCode(200);
        as(sales()).get("/api/v1/opportunities?q=Hinnapakkumine").then().body("items.id", hasItem(opportunity));
        // Again, it changes nothing.
        as(company.admin()).post(RESTORE_NOTE, opportunity, note).then().statusCode(200);
        as(sales()).post(RESTORE_NOTE, opportunity, note).then().statusCode(403).body("code", is("note.not-yours"));
        as(Api.admin())
                .get("/api/v1/audit-events?thing=note&thingId={note}", note)
                .then()
                .statusCode(200)
                .body("items[0].changes.find { it.field == 'deleted_at' }.after", nullValue());
    }

    @Test
    void a_deleted_note_is_not_restored_after_an_hour() {
        delete(note);
        age("note", note, 59);
        as(company.admin()).post(RESTORE_NOTE, opportunity, note).then().statusCode(200);
        delete(note);
        age("note", note, 61);
        as(company.admin())
                .post(RESTORE_NOTE, opportunity, note)
                .then()
                .statusCode(409)
                .body("code", is("note.restore-too-late"));
        visibleTo(sales());
    }

    @Test
    void a_former_partner_does_not_restore_its_note() {
        delete(note);
        as(company.admin())
                .body("{\"reasonCode\": \"NO_INTEREST\"}")
                .post("/api/v1/opportunities/{id}/return", opportunity)
                .then()
                .statusCode(200);
        as(company.admin()).post(RESTORE_NOTE, opportunity, note).then().statusCode(404);
    }

    @Test
    void a_deleted_file_is_back_on_its_note() {
        String file = attach("Pakkumine.pdf", PDF).extract().path("id");
        as(company.admin()).delete("/api/v1/attachments/{id}", file).then().statusCode(204);
        as(sales()).get("/api/v1/attachments/{id}", file).then().statusCode(404);
        as(company.admin()).delete("/api/v1/attachments/{id}", file).then().statusCode(404);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items[0].note.attachments", empty());
        as(sales()).post(RESTORE_FILE, file).then().statusCode(403).body("code", is("note.not-yours"));
        as(partner().admin()).post(RESTORE_FILE, file).then().statusCode(404);
        as(company.admin()).post(RESTORE_FILE, file).then().statusCode(200).body("name", is("Pakkumine.pdf"));
        as(company.admin()).post(RESTORE_FILE, file).then().statusCode(200);
        as(sales()).get("/api/v1/attachments/{id}", file).then().statusCode(200);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items[0].note.attachments.id", contains(file), "items[0].note.version", is(3));
        // Too late: the file is there until the job deletes it.
        as(company.admin()).delete("/api/v1/attachments/{id}", file).then().statusCode(204);
        age("attachment", file, 61);
        as(company.admin()).post(RESTORE_FILE, file).then().statusCode(409).body("code", is("note.restore-too-late"));
        jobs.stream()
                .filter(job -> job.name().equals("delete-old-rows"))
                .forEach(job -> DatabaseActor.SYSTEM.act(() -> {
                    job.run();
                    return null;
                }));
        as(company.admin()).post(RESTORE_FILE, file).then().statusCode(404);
    }

    @Test
    void deleted_files_give_up_their_place_for_new_ones() {
        String first = attach("0.pdf", PDF).extract().path("id");
        for (int i = 1; i < 10; i++) {
            attach(i + ".pdf", PDF).statusCode(201);
        }
        attach("10.pdf", PDF).statusCode(409).body("code", is("attachment.too-many"));
        as(company.admin()).delete("/api/v1/attachments/{id}", first).then().statusCode(204);
        attach("10.pdf", PDF).statusCode(201);
        as(company.admin()).post(RESTORE_FILE, first).then().statusCode(404);
        as(sales())
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items[0].note.attachments", hasSize(10), "items[0].note.attachments.id", not(hasItem(first)));
    }

    @Test
    void deleted_files_give_up_their_space_for_new_ones() {
        // Tests allow 30 MB per opportunity.
        byte[] large = Arrays.copyOf(PDF, 10 * 1024 * 1024);
        String first = attach("1.pdf", large).extract().path("id");
        attach("2.pdf", large).statusCode(201);
        attach("3.pdf", large).statusCode(409).body("code", is("attachment.opportunity-full"));
        as(company.admin()).delete("/api/v1/attachments/{id}", first).then().statusCode(204);
        attach("3.pdf", large).statusCode(201);
        as(company.admin()).post(RESTORE_FILE, first).then().statusCode(404);
    }

    private String write(String text) {
        return as(company.admin())
                .body(Map.of("text", text))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void delete(String which) {
        as(company.admin())
                .delete("/api/v1/opportunities/{id}/notes/{note}", opportunity, which)
                .then()
                .statusCode(204);
    }

    /** Lets the deletion be so long ago. */
    private static void age(String table, String id, int minutes) {
        try (var connection = SuperuserConnection.connection();
                var update = connection.prepareStatement(
                        "update " + table + " set deleted_at = deleted_at - make_interval(mins => ?) where id = ?")) {
            update.setInt(1, minutes);
            update.setObject(2, UUID.fromString(id));
            assertThat(update.executeUpdate()).isOne();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ValidatableResponse attach(String name, byte[] content) {
        return as(company.admin())
                .body(Map.of("name", name, "content", Base64.getEncoder().encodeToString(content)))
                .post("/api/v1/opportunities/{id}/notes/{note}/attachments", opportunity, note)
                .then();
    }

    private void visibleTo(Api.Person reader, String... notes) {
        as(reader)
                .get("/api/v1/opportunities/{id}/timeline", opportunity)
                .then()
                .body("items.findAll { it.type == 'NOTE' }.note.id", is(Arrays.asList(notes)));
    }
}
