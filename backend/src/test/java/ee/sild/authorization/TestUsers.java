package ee.sild.authorization;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;
import ee.sild.identity.signing.TokenForger;

import static ee.sild.Api.CONNECTIONS;
import static ee.sild.Api.CONTRACT;
import static io.restassured.RestAssured.given;

/** The callers of the matrix by name, and outsiders, who never have access. */
final class TestUsers {

    private static final String[] SCOPES = {
        "me:read",
        "me:write",
        "opportunities:read",
        "opportunities:write",
        "distributions:read",
        "distributions:write",
        "notes:read",
        "notes:write",
        "partners:read",
        "partners:write",
        "customers:read",
        "customers:write",
        "reference:read",
        "reference:write",
        "dashboard:read",
        "deal-registrations:read",
        "deal-registrations:write"
    };

    private static TestUsers instance;

    final Company a = Api.partner(Fixtures.SECRET + " " + UUID.randomUUID());
    final Company b = Api.partner();
    final String opportunity = Api.opportunity();
    /** The id of a product line. */
    final String line = Api.answered(
                    Api.as(Api.admin())
                            .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                            .post("/api/v1/product-lines"),
                    201)
            .path("id")
            .asText();

    private Company third;
    final Person otherSeller = Api.person(a.id(), "PARTNER_SELLER");
    private final Map<String, String> withoutOne = new HashMap<>();
    private final Map<String, UnaryOperator<RequestSpecification>> callers = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<RequestSpecification>> outsiders = new LinkedHashMap<>();

    private TestUsers() {
        person("ADMIN", Api.admin());
        for (String role : new String[] {"CHANNEL_MANAGER", "SALES", "ANALYST"}) {
            person(role, Api.staff(role));
        }
        client("CLIENT", Api.client("ADMIN", null, SCOPES));
        company("A", a);
        person("A_OTHER_SELLER", otherSeller);
        AuthenticatorApp.giveTo(otherSeller.id());
        company("B", b);
        for (String scope : SCOPES) {
            var others = Stream.of(SCOPES).filter(other -> !other.equals(scope)).toArray(String[]::new);
            withoutOne.put(scope, Api.client("ADMIN", null, others));
            withoutOne.put("A " + scope, Api.client("PARTNER_ADMIN", a.id(), others));
        }
        addOutsiders();
    }

    /** The users are created once for all tests. */
    static synchronized TestUsers get() {
        if (instance == null) {
            instance = new TestUsers();
        }
        return instance;
    }

    /** A partner in a supporting role. */
    synchronized Company third() {
        if (third == null) {
            third = Api.partner().createAll();
        }
        return third;
    }

    private void company(String name, Company company) {
        person(name + "_ADMIN", company.admin());
        person(name + "_MANAGER", company.manager());
        person(name + "_SELLER", company.seller());
        client("CLIENT_" + name, Api.client("PARTNER_ADMIN", company.id(), SCOPES));
    }

    private void addOutsiders() {
        outsiders.put("ANONYMOUS", request -> request);
        Person admin = Api.admin();
        forged(
                "EXPIRED",
                admin,
                Jwt.claims().issuer("sild").audience("sild").issuedAt(1).expiresAt(100));
        forged(
                "WRONG_AUDIENCE",
                admin,
                Jwt.claims().issuer("sild").audience("other").expiresIn(300));
        forged(
                "WRONG_ISSUER",
                admin,
                Jwt.claims().issuer("other").audience("sild").expiresIn(300));
        forged(
                "UNKNOWN_SESSION",
                admin,
                Jwt.claims().issuer("sild").audience("sild").expiresIn(300));
        bearer("NOT_SIGNED", "eyJhbGciOiJub25lIn0.eyJpc3MiOiJzaWxkIiwiYXVkIjoic2lsZCIsImV4cCI6OTk5OTk5OTk5OX0.");
        Person signedOut = Api.staff("ADMIN");
        Api.as(signedOut)
                .cookie("sild_refresh", signedOut.refresh())
                .delete("/api/v1/sessions/current")
                .then()
                .statusCode(204);
        outsiders.put("SIGNED_OUT", cookie(signedOut));
        Person deactivated = Api.staff("ADMIN");
        Api.as(admin)
                .post("/api/v1/users/{id}/deactivate", deactivated.id())
                .then()
                .statusCode(200);
        outsiders.put("DEACTIVATED", cookie(deactivated));
        Company suspended = Api.partner().createAll();
        String token = Api.client("PARTNER_ADMIN", suspended.id(), SCOPES);
        Api.as(admin)
                .post("/api/v1/partners/{id}/suspend", suspended.id())
                .then()
                .statusCode(200);
        outsiders.put("OF_SUSPENDED_PARTNER", cookie(suspended.admin()));
        bearer("CLIENT_OF_SUSPENDED_PARTNER", token);
        bearer("REVOKED_CLIENT", Api.revokedClient(SCOPES));
    }

    private void person(String name, Person person) {
        callers.put(name, cookie(person));
    }

    private void client(String name, String token) {
        callers.put(name, request -> request.header("Authorization", "Bearer " + token));
    }

    private void bearer(String name, String token) {
        outsiders.put(name, request -> request.header("Authorization", "Bearer " + token));
    }

    private void forged(String name, Person person, JwtClaimsBuilder claims) {
        String session = UUID.randomUUID().toString();
        bearer(
                name,
                TokenForger.sign(claims.subject(person.id())
                        .claim("sid", session)
                        .claim("jti", Instant.now().toString())));
    }

    private static UnaryOperator<RequestSpecification> cookie(Person person) {
        return request -> request.cookie("sild_access", person.access());
    }

    /** Callers with valid credentials. */
    Iterable<String> callers() {
        return callers.keySet();
    }

    /** Callers that get 401 from every operation that is not anonymous. */
    Iterable<String> outsiders() {
        return outsiders.keySet();
    }

    /** A request of a caller. */
    RequestSpecification as(String name) {
        var who = callers.containsKey(name) ? callers.get(name) : outsiders.get(name);
        return who.apply(given().filter(CONTRACT).filter(CONNECTIONS).header("Sec-Fetch-Site", "same-origin"));
    }

    /** An integration client that the rule would allow, with every scope except the required one. */
    RequestSpecification without(AccessPolicy.Rule rule) {
        String token = withoutOne.get((rule.may().contains("CLIENT") ? "" : "A ") + rule.scope());
        return given().filter(CONTRACT)
                .filter(CONNECTIONS)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Authorization", "Bearer " + token);
    }
}
