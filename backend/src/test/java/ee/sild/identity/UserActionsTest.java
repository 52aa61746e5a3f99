package ee.sild.identity;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

/** What a caller may do to a user, and that the vendor never loses its last administrator. */
@QuarkusTest
class UserActionsTest {

    private static ValidatableResponse patch(Person by, Person whom, String role) {
        return as(by).contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"role\": \"%s\"}".formatted(role))
                .patch("/api/v1/users/{id}", whom.id())
                .then();
    }

    @Test
    void actions_follow_from_the_caller_and_the_status() {
        Company company = Api.partner().createAll();
        Person seller = company.seller();
        String users = "/api/v1/partners/" + company.id() + "/users";
        String itsActions = "items.find { it.id == '%s' }.actions".formatted(seller.id());
        as(admin()).get(users).then().body(itsActions, contains("EDIT", "RESET_PASSWORD", "DEACTIVATE"));
        as(company.admin())
                .get(users)
                .then()
                .body(itsActions, contains("EDIT", "RESET_PASSWORD", "DEACTIVATE"))
                .body(
                        "items.find { it.id == '%s' }.actions"
                                .formatted(company.admin().id()),
                        contains("EDIT"));
        as(seller).get(users).then().body(itsActions, is(empty()));
        as(Api.staff("CHANNEL_MANAGER")).get(users).then().body(itsActions, is(empty()));
        as(Api.staff("ANALYST")).get("/api/v1/users").then().body("items.actions.flatten()", is(empty()));
        as(admin())
                .post("/api/v1/users/{id}/deactivate", seller.id())
                .then()
                .statusCode(200)
                .body("actions", contains("EDIT", "REACTIVATE"));
    }

    @Test
    void an_invitation_can_be_sent_again_or_revoked() {
        Company company = Api.partner().createAll();
        String users = "/api/v1/partners/" + company.id() + "/users";
        String email = "kutse-" + company.id() + "@example.test";
        as(Api.staff("CHANNEL_MANAGER"))
                .body("{\"name\": \"Liis Kask\", \"email\": \"%s\", \"role\": \"PARTNER_SELLER\"}".formatted(email))
                .post(users)
                .then()
                .statusCode(201)
                .body("user.actions", contains("INVITE_AGAIN", "REVOKE_INVITATION"));
        as(admin())
                .get(users)
                .then()
                .body(
                        "items.find { it.email == '%s' }.actions".formatted(email),
                        contains("EDIT", "INVITE_AGAIN", "REVOKE_INVITATION", "DEACTIVATE"));
    }

    @Test
    void the_last_administrator_stays() throws SQLException {
        Person other = Api.staff("ADMIN");
        Person third = Api.staff("ADMIN");
        try {
            others(List.of(other, third));
            var both = Stream.of(List.of(other, third), List.of(third, other))
                    .map(pair -> CompletableFuture.supplyAsync(() -> patch(pair.getFirst(), pair.getLast(), "ANALYST")
                            .extract()
                            .statusCode()))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join)).containsOnlyOnce(200);
            Person last = as(other).get("/api/v1/users/{id}", other.id()).statusCode() == 200 ? other : third;
            patch(last, last, "SALES").statusCode(409).body("code", is("user.last-admin"));
            as(last).get("/api/v1/users").then().statusCode(200).body("items.role", hasItems("ADMIN"));
        } finally {
            update("update app_user set status = 'ACTIVE' where role = 'ADMIN' and status = 'DEACTIVATED'");
        }
    }

    private static void others(List<Person> kept) throws SQLException {
        String ids = String.join("', '", kept.stream().map(Person::id).toList());
        update(
                "update app_user set status = 'DEACTIVATED' where role = 'ADMIN' and status = 'ACTIVE' and id not in ('%s')"
                        .formatted(ids));
    }

    /** Without triggers: the sessions of the users, whom other tests need, do not end. */
    private static void update(String sql) throws SQLException {
        try (var connection = SuperuserConnection.connection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.executeUpdate(sql);
        }
    }
}
