package ee.sild;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import ee.sild.identity.invitation.Setup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Calls the API as the users of the tests, who are created through setup and invitations and sign in. */
public final class Api {

    public static final String PASSWORD = "a long enough password";
    public static final ContractFilter CONTRACT = new ContractFilter();
    public static final PersistentConnections CONNECTIONS = new PersistentConnections();
    private static Person admin;
    private static Person sales;

    /** A signed-in user. */
    public record Person(String id, String email, String access, String refresh) {}

    /** A partner company and its users. Each user is created on first use, because password hashing is slow. */
    public static final class Company {

        private final String id;
        private final Map<String, Person> people = new HashMap<>();

        private Company(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** Creates all three users now, which matters for tests of notifications. */
        public Company createAll() {
            admin();
            manager();
            seller();
            return this;
        }

        public Person admin() {
            return in("PARTNER_ADMIN");
        }

        public Person manager() {
            return in("PARTNER_MANAGER");
        }

        public Person seller() {
            return in("PARTNER_SELLER");
        }

        private synchronized Person in(String role) {
            return people.computeIfAbsent(role, missing -> person(id, missing));
        }
    }

    private Api() {}

    /**
     * The response body as JSON. REST Assured's own paths compile a script each time, which is too slow for thousands
     * of calls.
     */
    public static JsonNode answered(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        return ContractFilter.tree(answer.asString());
    }

    /** The problem of a failed request. */
    public static JsonNode refused(Response answer, int status, String code) {
        JsonNode problem = answered(answer, status);
        assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(code);
        return problem;
    }

    public static synchronized Person admin() {
        if (admin == null) {
            String page = Arc.container().instance(Setup.class).get().page();
            anonymous()
                    .body("""
                    {"token": "%s", "name": "Mari Saar", "email": "mari@vendor.test", "password": "%s", "language": \
                    "en"}""".formatted(page.substring(page.indexOf('#') + 1), PASSWORD))
                    .post("/api/v1/setup")
                    .then()
                    .statusCode(201);
            admin = signIn("mari@vendor.test");
        }
        return admin;
    }

    public static synchronized Person sales() {
        if (sales == null) {
            sales = staff("SALES");
        }
        return sales;
    }

    public static Person staff(String role) {
        return accept(answered(as(admin()).body(invitation(role)).post("/api/v1/users"), 201)
                .path("link")
                .asText());
    }

    public static Company partner() {
        return partner("Põhjala " + UUID.randomUUID());
    }

    public static Company partner(String name) {
        return new Company(answered(
                        as(admin())
                                .body("{\"name\": \"%s\", \"country\": \"EE\"}".formatted(name))
                                .post("/api/v1/partners"),
                        201)
                .path("id")
                .asText());
    }

    public static Person person(String partner, String role) {
        return accept(answered(as(admin()).body(invitation(role)).post("/api/v1/partners/{id}/users", partner), 201)
                .path("link")
                .asText());
    }

    /** The ID of a user who has not accepted the invitation yet; of the vendor without a partner. */
    public static String invited(String partner, String role) {
        return answered(
                        as(admin())
                                .body(invitation(role))
                                .post(partner == null ? "/api/v1/users" : "/api/v1/partners/" + partner + "/users"),
                        201)
                .path("user")
                .path("id")
                .asText();
    }

    private static String invitation(String role) {
        return "{\"name\": \"Kadri Tamm\", \"email\": \"%s@people.test\", \"role\": \"%s\"}"
                .formatted(UUID.randomUUID(), role);
    }

    private static Person accept(String link) {
        var token = link.substring(link.lastIndexOf('/') + 1);
        String email = answered(anonymous().get("/api/v1/invitations/{token}", token), 200)
                .path("email")
                .asText();
        return signedIn(
                email,
                anonymous()
                        .body("{\"password\": \"%s\"}".formatted(PASSWORD))
                        .post("/api/v1/invitations/{token}/accept", token),
                200);
    }

    public static Person signIn(String email) {
        return signedIn(
                email,
                anonymous()
                        .body("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD))
                        .post("/api/v1/sessions"),
                201);
    }

    private static Person signedIn(String email, Response answer, int status) {
        return new Person(
                answered(answer, status).path("id").asText(),
                email,
                answer.cookie("sild_access"),
                answer.cookie("sild_refresh"));
    }

    public static RequestSpecification anonymous() {
        return given().filter(CONTRACT).filter(CONNECTIONS).contentType("application/json");
    }

    public static RequestSpecification as(Person person) {
        return anonymous().header("Sec-Fetch-Site", "same-origin").cookie("sild_access", person.access());
    }

    /** Requests of a user that are not validated against the contract, for tests with thousands of calls. */
    public static RequestSpecification unvalidated(Person person) {
        return given().filter(CONNECTIONS)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie("sild_access", person.access());
    }

    /** A merge patch with If-Match. */
    public static RequestSpecification patch(Person person, int version) {
        return as(person)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "\"" + version + "\"");
    }

    /** The bearer token of an integration client. */
    public static String client(String role, String partner, String... scopes) {
        return token(newClient(role, partner, scopes));
    }

    /** The bearer token of an integration client that was revoked. */
    public static String revokedClient(String... scopes) {
        var client = newClient("ADMIN", null, scopes);
        String token = token(client);
        as(admin())
                .post("/api/v1/api-clients/{id}/revoke", client.path("id").asText())
                .then()
                .statusCode(200);
        return token;
    }

    /** The id of a new integration client. */
    public static String clientId() {
        return newClient("SALES", null, "me:read").path("id").asText();
    }

    private static JsonNode newClient(String role, String partner, String... scopes) {
        return answered(
                as(admin())
                        .body("{\"name\": \"CRM\", \"role\": \"%s\", \"partnerId\": %s, \"scopes\": [\"%s\"]}"
                                .formatted(
                                        role,
                                        partner == null ? null : "\"" + partner + "\"",
                                        String.join("\", \"", scopes)))
                        .post("/api/v1/api-clients"),
                201);
    }

    private static String token(JsonNode client) {
        return answered(
                        given().filter(CONTRACT)
                                .formParam("grant_type", "client_credentials")
                                .formParam("client_id", client.path("clientId").asText())
                                .formParam(
                                        "client_secret",
                                        client.path("clientSecret").asText())
                                .post("/oauth/token"),
                        200)
                .path("access_token")
                .asText();
    }

    /** The id of a new opportunity of the vendor. */
    public static String opportunity() {
        return answered(as(sales()).body("""
                {"topic": "Võrgu uuendus", "customer": {"name": "Saarte Kala AS", "country": "EE"},
                 "contact": {"name": "Tiina Mägi", "email": "tiina@saartekala.test"},
                 "value": {"estimated": {"amount": 12500.50, "currency": "EUR"}},
                 "qualification": {"need": "Uus võrk"}}""").post("/api/v1/opportunities"), 201)
                .path("id")
                .asText();
    }

    /** The id of the offer. */
    public static String distribute(String opportunity, Company to) {
        return answered(
                        as(sales()).body(direct(to.id())).post("/api/v1/opportunities/{id}/distribute", opportunity),
                        200)
                .path("distribution")
                .path("distributionId")
                .asText();
    }

    /** The body that offers an opportunity to one partner. */
    public static String direct(String partner) {
        return "{\"method\": \"DIRECT\", \"partnerId\": \"%s\"}".formatted(partner);
    }

    /** The identity of an opportunity that the partner works on. */
    public static String accepted(Company by) {
        String opportunity = opportunity();
        as(by.admin())
                .post("/api/v1/distributions/{id}/accept", distribute(opportunity, by))
                .then()
                .statusCode(200);
        return opportunity;
    }
}
