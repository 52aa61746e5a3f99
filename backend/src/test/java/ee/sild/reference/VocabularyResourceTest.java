package ee.sild.reference;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.ShiftedClock;
import ee.sild.SuperuserConnection;
import ee.sild.TestDatabase;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static ee.sild.Api.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** The vendor names, orders, retires and merges the entries of its vocabularies. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class VocabularyResourceTest {

    private static final String MERGED =
            "select exists (select from vocabulary_merge m where m.gone_id = cast(? as uuid) and m.ended_at is not null)";

    private static final String WAITING = """
            select exists (select from pg_locks l join pg_stat_activity a on a.pid = l.pid
                            where not l.granted and l.locktype = 'transactionid' and a.query like '%competency%')""";

    private static String entry(String collection) {
        return Api.answered(
                        as(admin())
                                .body("{\"name\": \"Nimi %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/" + collection),
                        201)
                .path("id")
                .asText();
    }

    private static String within(String territory) {
        return Api.answered(
                        as(admin())
                                .body("{\"name\": \"Koht %s\", \"parentId\": \"%s\"}"
                                        .formatted(UUID.randomUUID(), territory))
                                .post("/api/v1/territories"),
                        201)
                .path("id")
                .asText();
    }

    private static ValidatableResponse patch(String collection, String id, String body) {
        return as(admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(body)
                .patch("/api/v1/{collection}/{id}", collection, id)
                .then();
    }

    private static ValidatableResponse merge(String collection, String kept, String gone) {
        return as(admin())
                .body("{\"duplicateId\": \"%s\"}".formatted(gone))
                .post("/api/v1/{collection}/{id}/merge", collection, kept)
                .then();
    }

    private static JsonNode get(String path, Object... parameters) {
        return Api.answered(as(sales()).get("/api/v1/" + path, parameters), 200);
    }

    private static Response opportunity(String classification) {
        return as(sales())
                .body("""
                {"topic": "Laovõrk", "customer": {"name": "Klient %s", "country": "EE"}, "classification": {%s}}""".formatted(UUID.randomUUID(), classification))
                .post("/api/v1/opportunities");
    }

    private static String created(String classification) {
        return Api.answered(opportunity(classification), 201).path("id").asText();
    }

    private static List<String> ids(String path) {
        return get(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void an_entry_is_shown_in_the_language_of_its_reader() {
        String skill = entry("competencies");
        patch("competencies", skill, "{\"name\": \"Security\", \"names\": {\"et\": \"Turve\"}}")
                .statusCode(200)
                .body("name", is("Security"), "displayName", is("Security"), "names.et", is("Turve"));
        String id = created("\"requiredCompetencyIds\": [\"%s\"]".formatted(skill));
        for (var expected : Map.of("en", "Security", "et", "Turve").entrySet()) {
            as(sales())
                    .header("Accept-Language", expected.getKey())
                    .get("/api/v1/opportunities/{id}", id)
                    .then()
                    .body("classification.requiredCompetencies.name", contains(expected.getValue()));
            as(sales())
                    .header("Accept-Language", expected.getKey())
                    .get("/api/v1/competencies")
                    .then()
                    .body("items.displayName", hasItem(expected.getValue()));
        }
        patch("competencies", skill, "{\"names\": {\"et\": null}}").body("names", is(Map.of()));
        patch("competencies", skill, "{\"name\": \"Nimi %s\"}".formatted(UUID.randomUUID()))
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"territories", "competencies", "industries", "product-lines", "tiers"})
    void names_in_other_languages_are_checked(String collection) {
        String id = collection.equals("tiers") ? tier() : entry(collection);
        patch(collection, id, "{\"names\": {\"xx\": \"Nimi\"}}")
                .statusCode(422)
                .body("errors.pointer", contains("/names/xx"));
        patch(collection, id, "{\"names\": {\"et\": \" \"}}")
                .statusCode(422)
                .body("errors.pointer", contains("/names/et"));
        patch(collection, id, "{\"names\": {\"et\": \"%s\"}}".formatted("x".repeat(101)))
                .statusCode(422)
                .body("errors.pointer", contains("/names/et"));
        patch(collection, id, "{\"name\": \"\"}").statusCode(422).body("errors.pointer", contains("/name"));
    }

    private static String tier() {
        return Api.answered(
                        as(admin())
                                .body("{\"name\": \"Tase %s\", \"level\": 50, \"answerHours\": 24}"
                                        .formatted(UUID.randomUUID()))
                                .post("/api/v1/tiers"),
                        201)
                .path("id")
                .asText();
    }

    @Test
    void the_vendor_decides_the_order() {
        String one = entry("industries");
        String other = entry("industries");
        patch("industries", one, "{\"position\": 1}").statusCode(200).body("position", is(1));
        patch("industries", other, "{\"position\": 2}").statusCode(200).body("position", is(2));
        assertThat(ids("industries")).startsWith(one, other);
        long version = get("industries/{id}", one).path("version").asLong();
        patch("industries", other, "{\"position\": 1}").statusCode(200);
        assertThat(ids("industries")).startsWith(other, one);
        assertThat(get("industries/{id}", one).path("version").asLong())
                .as("moving another entry is no change of this one")
                .isEqualTo(version);
        patch("industries", other, "{\"position\": null}").body("position", nullValue());
        assertThat(ids("industries")).startsWith(one).endsWith(other);
        patch("industries", one, "{\"position\": 0}").statusCode(422).body("errors.pointer", contains("/position"));
    }

    @Test
    void a_retired_entry_stays_where_it_is_used_and_cannot_be_chosen() {
        String skill = entry("competencies");
        String line = entry("product-lines");
        String chosen = "\"requiredCompetencyIds\": [\"%s\"], \"productLineIds\": [\"%s\"]".formatted(skill, line);
        String id = created(chosen);
        Company partner = Api.partner();
        String programme = "{\"programme\": {\"competencyIds\": [\"%s\"], \"capacity\": %d}}";
        patch("partners", partner.id(), programme.formatted(skill, 4)).statusCode(200);

        patch("competencies", skill, "{\"retired\": true}").statusCode(200).body("retired", is(true));
        patch("product-lines", line, "{\"retired\": true}").statusCode(200);

        assertThat(ids("competencies")).doesNotContain(skill);
        assertThat(ids("competencies?includeRetired=true")).contains(skill);
        opportunity(chosen)
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/classification/productLineIds", "/classification/requiredCompetencyIds"));
        patch("opportunities", id, "{\"topic\": \"Muudetud\"}")
                .statusCode(200)
                .body("classification.productLines.id", contains(line));
        patch("partners", partner.id(), programme.formatted(skill, 5))
                .statusCode(200)
                .body("programme.competencies.id", contains(skill));
        patch("partners", Api.partner().id(), programme.formatted(skill, 5))
                .statusCode(422)
                .body("errors.pointer", contains("/programme/competencyIds"));

        patch("competencies", skill, "{\"retired\": false}").statusCode(200).body("retired", is(false));
        assertThat(ids("competencies")).contains(skill);
    }

    @Test
    void what_referred_to_a_merged_entry_refers_to_the_other() {
        String kept = entry("competencies");
        String gone = entry("competencies");
        String required = "\"requiredCompetencyIds\": [%s]";
        String one = created(required.formatted("\"" + gone + "\""));
        String both = created(required.formatted("\"" + gone + "\", \"" + kept + "\""));
        Company partner = Api.partner();
        patch("partners", partner.id(), "{\"programme\": {\"competencyIds\": [\"%s\"]}}".formatted(gone))
                .statusCode(200);

        merge("competencies", kept, gone).statusCode(200).body("id", is(kept));

        assertThat(get("partners/{id}", partner.id())
                        .at("/programme/competencies")
                        .findValuesAsText("id"))
                .containsExactly(kept);
        ShiftedClock.await(MERGED, gone);
        for (String id : List.of(one, both)) {
            assertThat(get("opportunities/{id}", id)
                            .at("/classification/requiredCompetencies")
                            .findValuesAsText("id"))
                    .containsExactly(kept);
        }
        assertThat(ids("competencies?includeRetired=true")).contains(kept).doesNotContain(gone);
        JsonNode merged = get("competencies/{id}", gone);
        assertThat(merged.path("mergedIntoId").asText()).isEqualTo(kept);
        assertThat(get("competencies/{id}", kept).path("merging").asBoolean()).isFalse();
        opportunity(required.formatted("\"" + gone + "\"")).then().statusCode(422);
        // Its name is free again.
        as(admin())
                .body("{\"name\": \"%s\"}".formatted(merged.path("name").asText()))
                .post("/api/v1/competencies")
                .then()
                .statusCode(201);
        merge("competencies", kept, gone).statusCode(422).body("errors.pointer", contains("/duplicateId"));
        merge("competencies", kept, kept).statusCode(422).body("errors.pointer", contains("/duplicateId"));
        merge("competencies", gone, kept).statusCode(409).body("code", is("vocabulary.merged"));
        patch("competencies", gone, "{\"retired\": false}").statusCode(409).body("code", is("vocabulary.merged"));
    }

    @Test
    void industries_territories_and_tiers_are_merged() {
        String industry = entry("industries");
        String otherIndustry = entry("industries");
        String territory = entry("territories");
        String otherTerritory = entry("territories");
        String town = within(otherTerritory);
        String id = created("\"industryId\": \"%s\", \"territoryId\": \"%s\"".formatted(otherIndustry, otherTerritory));
        String customer = Api.answered(
                        as(sales())
                                .body(
                                        "{\"name\": \"Klient %s\", \"country\": \"EE\", \"profile\": {\"industryId\": \"%s\"}}"
                                                .formatted(UUID.randomUUID(), otherIndustry))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
        String tier = tier();
        String otherTier = tier();
        Company partner = Api.partner();
        patch(
                        "partners",
                        partner.id(),
                        "{\"programme\": {\"tierId\": \"%s\", \"territoryIds\": [\"%s\"]}}"
                                .formatted(otherTier, otherTerritory))
                .statusCode(200);

        merge("industries", industry, otherIndustry).statusCode(200);
        merge("territories", territory, otherTerritory).statusCode(200);
        merge("tiers", tier, otherTier).statusCode(200);

        JsonNode programme = get("partners/{id}", partner.id()).path("programme");
        assertThat(programme.at("/tier/id").asText()).isEqualTo(tier);
        assertThat(programme.path("territories").findValuesAsText("id")).containsExactly(territory);
        assertThat(get("territories/{id}", town).path("parentId").asText()).isEqualTo(territory);
        List.of(otherIndustry, otherTerritory, otherTier).forEach(gone -> ShiftedClock.await(MERGED, gone));
        JsonNode classification = get("opportunities/{id}", id).path("classification");
        assertThat(classification.at("/industry/id").asText()).isEqualTo(industry);
        assertThat(classification.at("/territory/id").asText()).isEqualTo(territory);
        assertThat(get("customers/{id}", customer).at("/profile/industry/id").asText())
                .isEqualTo(industry);
        assertThat(ids("opportunities?territoryId=" + territory)).containsExactly(id);
    }

    @Test
    void a_territory_is_never_part_of_itself() {
        String country = entry("territories");
        String county = within(country);
        String town = within(county);
        for (String parent : List.of(country, county, town)) {
            patch("territories", country, "{\"parentId\": \"%s\"}".formatted(parent))
                    .statusCode(422)
                    .body("errors.pointer", contains("/parentId"));
        }
        merge("territories", town, country).statusCode(409).body("code", is("territory.within"));
        patch("territories", town, "{\"parentId\": null}").statusCode(200).body("parentId", nullValue());
        merge("territories", town, county).statusCode(200);
        assertThat(ids("territories")).contains(country, town).doesNotContain(county);
    }

    @Test
    void the_database_keeps_territories_a_tree() throws SQLException {
        String country = entry("territories");
        String county = within(country);
        try (var database = SuperuserConnection.connection();
                var update = database.prepareStatement("update territory set parent_id = ?::uuid where id = ?::uuid")) {
            update.setString(1, county);
            update.setString(2, country);
            assertThat(catchThrowable(update::executeUpdate)).hasMessageContaining("territory_tree_check");
        }
    }

    @Test
    void product_lines_are_merged_with_their_exclusivity() {
        String kept = entry("product-lines");
        String gone = entry("product-lines");
        Company holder = Api.partner();
        String registration = registered(holder, gone, "Klient " + UUID.randomUUID());
        merge("product-lines", kept, gone).statusCode(200);
        JsonNode moved = get("deal-registrations/{id}", registration);
        assertThat(moved.path("productLines").findValuesAsText("id")).containsExactly(kept);
        assertThat(moved.path("status").asText()).isEqualTo("APPROVED");
    }

    @Test
    void two_partners_never_become_exclusive_for_one_company() {
        String kept = entry("product-lines");
        String gone = entry("product-lines");
        String code = String.valueOf(10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 9_000_000));
        registered(Api.partner(), kept, code);
        registered(Api.partner(), gone, code);
        merge("product-lines", kept, gone).statusCode(409).body("code", is("product-line.both-exclusive"));
        assertThat(get("product-lines/{id}", gone).path("mergedIntoId").isNull())
                .isTrue();
    }

    /** The ID of an approved registration of a product line for the company with this registry code. */
    private static String registered(Company partner, String line, String code) {
        String registration = Api.answered(
                        as(partner.seller())
                                .body("""
                {"opportunity": {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE"%s}},
                 "productLineIds": ["%s"]}""".formatted(
                                                "Ettevõte " + code,
                                                code.matches("\\d+")
                                                        ? ", \"profile\": {\"registryCode\": \"%s\"}".formatted(code)
                                                        : "",
                                                line))
                                .post("/api/v1/deal-registrations"),
                        201)
                .path("id")
                .asText();
        as(admin())
                .body("{}")
                .post("/api/v1/deal-registrations/{id}/approve", registration)
                .then()
                .statusCode(200);
        return registration;
    }

    @Test
    void an_entry_that_takes_the_place_of_another_one_is_not_merged_before_that_is_done() throws SQLException {
        String first = entry("industries");
        String second = entry("industries");
        String third = entry("industries");
        try (var database = SuperuserConnection.connection();
                var statement = database.createStatement()) {
            statement.execute("""
                    insert into vocabulary_merge (id, vocabulary, gone_id, kept_id, requested_by, requested_at)
                    select gen_random_uuid(), 'INDUSTRY', '%s', '%s', '%s', now()""".formatted(first, second, admin().id()));
            database.setAutoCommit(false);
            // The job skips a merge that is locked.
            statement.execute("select from vocabulary_merge where gone_id = '%s' for update".formatted(first));
            assertThat(get("industries/{id}", second).path("merging").asBoolean())
                    .isTrue();
            merge("industries", third, second).statusCode(409).body("code", is("vocabulary.merging"));
            database.rollback();
        }
        // Another merge starts the job, which then continues this one, too.
        merge("industries", third, entry("industries")).statusCode(200);
        ShiftedClock.await(MERGED, first);
        merge("industries", third, second).statusCode(200);
    }

    @Test
    void a_merge_waits_for_who_has_chosen_the_entry() throws Exception {
        String kept = entry("competencies");
        String gone = entry("competencies");
        Company partner = Api.partner();
        admin();
        try (var database = SuperuserConnection.connection();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select from competency where id = '%s' for share".formatted(gone));
            var merged = CompletableFuture.supplyAsync(
                    () -> merge("competencies", kept, gone).extract().statusCode());
            statement.execute("insert into partner_competency values ('%s', '%s')".formatted(partner.id(), gone));
            ShiftedClock.await(WAITING);
            assertThat(merged).isNotDone();
            database.commit();
            assertThat(merged.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        }
        assertThat(get("partners/{id}", partner.id())
                        .at("/programme/competencies")
                        .findValuesAsText("id"))
                .containsExactly(kept);
    }

    @Test
    void an_entry_that_is_being_retired_cannot_be_chosen_meanwhile() throws Exception {
        String skill = entry("competencies");
        Company partner = Api.partner();
        admin();
        try (var database = SuperuserConnection.connection();
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("update competency set retired_at = now() where id = '%s'".formatted(skill));
            var chosen = CompletableFuture.supplyAsync(() -> patch(
                            "partners", partner.id(), "{\"programme\": {\"competencyIds\": [\"%s\"]}}".formatted(skill))
                    .extract()
                    .statusCode());
            ShiftedClock.await(WAITING);
            assertThat(chosen).isNotDone();
            database.commit();
            assertThat(chosen.get(30, TimeUnit.SECONDS)).isEqualTo(422);
        }
    }

    @Test
    void partners_see_vocabularies_and_never_change_them() {
        Company partner = Api.partner();
        String skill = entry("competencies");
        as(partner.admin()).get("/api/v1/competencies").then().statusCode(200).body("items.id", hasItem(skill));
        as(partner.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"retired\": true}")
                .patch("/api/v1/competencies/{id}", skill)
                .then()
                .statusCode(403);
        as(partner.admin()).get("/api/v1/competencies").then().body("items.id", not(is(List.of())));
    }
}
