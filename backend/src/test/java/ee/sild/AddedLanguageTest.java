package ee.sild;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.notification.mail.MailCatcher;
import ee.sild.notification.mail.MailCatcher.ReceivedMail;

import static ee.sild.Api.as;
import static ee.sild.Api.unvalidated;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

/** A new language takes one entry in the list of languages and one file of texts, here Icelandic. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
@Tag("slow")
@TestProfile(AddedLanguageTest.WithIcelandic.class)
class AddedLanguageTest {

    /** Adds Icelandic to the list; its file is {@code messages_is.properties} in the test resources. */
    public static final class WithIcelandic implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.locales",
                    "en,et,is",
                    "quarkus.smallrye-openapi.store-schema-directory",
                    "target/openapi-with-icelandic");
        }
    }

    @Test
    void problems_are_in_the_language() {
        as(Api.admin())
                .header("Accept-Language", "is-IS,is;q=0.9,en;q=0.8")
                .get("/api/v1/partners/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", "is")
                .body("title", is("Fannst ekki"));
    }

    @Test
    void validation_messages_are_in_the_language() {
        as(Api.admin())
                .header("Accept-Language", "is")
                .body(Map.of("name", "", "country", "LV"))
                .post("/api/v1/partners")
                .then()
                .statusCode(422)
                .body(
                        "title",
                        is("Sumir reitir eru ógildir"),
                        "errors.find { it.code == 'required' }.detail",
                        is("má ekki vera autt"));
    }

    @Test
    void users_select_it_and_get_their_mails_in_it() throws InterruptedException {
        var partner = Api.partner();
        unvalidated(partner.admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"1\"")
                .body(Map.of("language", "is"))
                .patch("/api/v1/me")
                .then()
                .statusCode(200)
                .body("language", is("is"));

        Api.distribute(Api.opportunity(), partner);

        assertThat(mailTo(partner.admin().email())).satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Nýtt sölutækifæri: Võrgu uuendus");
            assertThat(mail.text())
                    .startsWith("Góðan dag, Kadri Tamm!")
                    .as("the date as in Icelandic")
                    .containsPattern("fyrir \\d+\\. \\p{L}+ \\d{4}");
        });
    }

    @Test
    void the_contract_and_the_database_follow_the_list() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body(
                        "components.schemas.Language.'x-extensible-enum'",
                        contains("en", "et", "is"),
                        "components.schemas.LanguageInput.enum",
                        contains("en", "et", "is"));
        assertThatThrownBy(() -> setLanguages("xx"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("app_user_language_check");
    }

    @Test
    void an_unsupported_language_is_not_accepted() {
        Api.patch(Api.staff("SALES"), 1)
                .body(Map.of("language", "xx"))
                .patch("/api/v1/me")
                .then()
                .statusCode(400)
                .body("code", is("malformed"), "errors[0].pointer", containsString("language"));
    }

    private static void setLanguages(String code) throws SQLException {
        Api.admin();
        try (var owner = SuperuserConnection.connection();
                var update = owner.prepareStatement("update app_user set language = ?")) {
            update.setString(1, code);
            update.executeUpdate();
        }
    }

    private static ReceivedMail mailTo(String address) throws InterruptedException {
        List<ReceivedMail> mails = List.of();
        for (int i = 0; i < 100 && mails.isEmpty(); i++) {
            Thread.sleep(100);
            mails = MailCatcher.notificationsTo(address);
        }
        return mails.getFirst();
    }
}
