package ee.sild.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import ee.sild.Api;
import ee.sild.Api.Company;
import ee.sild.Api.Person;

import static ee.sild.Api.admin;
import static ee.sild.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares two installations. In one, another partner has an approved registration for customer X and a pending one for
 * Y; in the other it has none. A partner sends the same requests to both, to everything that it may call, and the
 * responses differ only where the rules disclose it.
 */
@QuarkusTest
@Tag("slow")
class NonInterferenceTest {

    private static final String DECIDERS = """
            "approval":{"automatic":false,"steps":[{"approver":"CHANNEL_MANAGER","person":null,"decidedBy":null,"decidedAt":null}],"decideBy":"T"}}""";

    /**
     * Names and registry codes of the three customers, and the other partner's registration in the second installation.
     */
    private record Installation(String x, String y, String z, String line, Map<String, String> secrets) {}

    private static String name() {
        return (UUID.randomUUID() + "" + UUID.randomUUID()).replaceAll("[0-9-]", "");
    }

    private static Installation installation(boolean secret) {
        String line = as(admin())
                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                .post("/api/v1/product-lines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var secrets = new LinkedHashMap<String, String>();
        for (String thing : List.of(
                "registration",
                "opportunity",
                "customer",
                "pendingRegistration",
                "pendingOpportunity",
                "note",
                "partner")) {
            secrets.put(thing, UUID.randomUUID().toString());
        }
        var installation = new Installation(name(), name(), name(), line, secrets);
        if (secret) {
            Company other = Api.partner().createAll();
            secrets.put("partner", other.id());
            var x = register(other.seller(), installation.x(), line)
                    .then()
                    .statusCode(201)
                    .extract();
            secrets.put("registration", x.path("id"));
            secrets.put("opportunity", x.path("opportunity.id"));
            secrets.put("customer", x.path("customer.id"));
            as(admin())
                    .body("{}")
                    .post("/api/v1/deal-registrations/{id}/approve", x.<String>path("id"))
                    .then()
                    .statusCode(200);
            var y = register(other.seller(), installation.y(), line)
                    .then()
                    .statusCode(201)
                    .extract();
            secrets.put("pendingRegistration", y.path("id"));
            secrets.put("pendingOpportunity", y.path("opportunity.id"));
            secrets.put(
                    "note",
                    as(other.seller())
                            .body("{\"text\": \"Saladus\"}")
                            .post("/api/v1/opportunities/{id}/notes", x.<String>path("opportunity.id"))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }
        return installation;
    }

    private static String customer(String name) {
        return ("{\"name\": \"%s\", \"country\": \"EE\", \"profile\": {\"registryCode\": \"%s\", \"vatNumber\": "
                        + "\"EE%s\", \"webDomain\": \"%s.example\"}}")
                .formatted(name, name.substring(0, 12), name.substring(0, 12), name.substring(0, 12));
    }

    private static Response register(Person by, String name, String line) {
        return registerFor(by, customer(name), line);
    }

    private static Response registerFor(Person by, String customer, String line) {
        return as(by).body(
                        "{\"opportunity\": {\"topic\": \"Oma leid\", \"customer\": %s}, \"productLineIds\": [\"%s\"]}"
                                .formatted(customer, line))
                .post("/api/v1/deal-registrations");
    }

    private static Response check(Person by, String name, String line) {
        return as(by).body("{\"customer\": %s, \"productLineIds\": [\"%s\"]}".formatted(customer(name), line))
                .post("/api/v1/deal-registrations/check");
    }

    /** The responses to the partner, without what differs between any two runs: ids, numbers and times. */
    private static Map<String, String> transcript(Installation installation) {
        Company company = Api.partner().createAll();
        var responses = new LinkedHashMap<String, String>();
        for (Person person : List.of(company.admin(), company.seller())) {
            String who = person.equals(company.admin()) ? "admin" : "seller";
            for (String list : List.of(
                    "opportunities",
                    "opportunities?view=pool",
                    "opportunities?view=managed",
                    "customers",
                    "deal-registrations",
                    "partners",
                    "notifications")) {
                for (String q : List.of(installation.x(), installation.y(), installation.z(), "")) {
                    var request = as(person);
                    if (!list.equals("notifications")) {
                        request.queryParam("count", true).queryParam("q", q.isEmpty() ? null : q.substring(0, 12));
                    }
                    record(
                            responses,
                            installation,
                            who + " lists " + list + " for " + q,
                            request.get("/api/v1/" + list));
                }
            }
            if (!person.equals(company.seller())) {
                record(
                        responses,
                        installation,
                        who + " lists distributions",
                        as(person).queryParam("count", true).get("/api/v1/distributions"));
            }
            record(
                    responses,
                    installation,
                    who + " reads the dashboard",
                    as(person).get("/api/v1/dashboard"));
            installation.secrets().forEach((thing, id) -> {
                for (String path : List.of(
                        "opportunities/{id}",
                        "opportunities/{id}/timeline",
                        "opportunities/{id}/deal-registration",
                        "deal-registrations/{id}",
                        "customers/{id}",
                        "customers/{id}/contacts",
                        "partners/{id}",
                        "attachments/{id}")) {
                    record(
                            responses,
                            installation,
                            who + " reads " + path + " of " + thing,
                            as(person).get("/api/v1/" + path, id));
                }
                for (String verb : List.of("withdraw", "resubmit", "request-extension")) {
                    record(
                            responses,
                            installation,
                            who + " does " + verb + " to " + thing,
                            as(person)
                                    .body("{\"comment\": \"x\", \"reason\": \"x\"}"
                                            .replace(verb.equals("resubmit") ? ", \"reason\": \"x\"" : "nothing", ""))
                                    .post("/api/v1/deal-registrations/{id}/" + verb, id));
                }
                record(
                        responses,
                        installation,
                        who + " makes one for customer " + thing,
                        as(person)
                                .body("{\"topic\": \"x\", \"customerId\": \"%s\"}".formatted(id))
                                .post("/api/v1/opportunities"));
                record(
                        responses,
                        installation,
                        who + " checks customer " + thing,
                        as(person)
                                .body("{\"customerId\": \"%s\"}".formatted(id))
                                .post("/api/v1/deal-registrations/check"));
            });
            for (String name : List.of(installation.x(), installation.y(), installation.z())) {
                record(responses, installation, who + " checks " + name, check(person, name, installation.line()));
                record(
                        responses,
                        installation,
                        who + " checks another line of " + name,
                        check(person, name, UUID.randomUUID().toString()));
                record(
                        responses,
                        installation,
                        who + " types new customer " + name,
                        as(person).body(customer(name)).post("/api/v1/customers/check"));
            }
        }
        for (String name : List.of(installation.x(), installation.y(), installation.z())) {
            record(
                    responses,
                    installation,
                    "brings customer " + name,
                    as(company.seller()).body(customer(name)).post("/api/v1/customers"));
            record(
                    responses,
                    installation,
                    "brings customer again " + name,
                    as(company.seller()).body(customer(name)).post("/api/v1/customers"));
            record(
                    responses,
                    installation,
                    "types customer again " + name,
                    as(company.seller()).body(customer(name)).post("/api/v1/customers/check"));
        }
        record(
                responses,
                installation,
                "registers " + installation.y(),
                registerFor(
                        company.manager(),
                        "{\"name\": \"%s OÜ\", \"country\": \"EE\"}".formatted(installation.y()),
                        installation.line()));
        record(
                responses,
                installation,
                "registers " + installation.x(),
                registerFor(
                        company.manager(),
                        "{\"name\": \"%s OÜ\", \"country\": \"EE\"}".formatted(installation.x()),
                        installation.line()));
        return responses;
    }

    private static void record(Map<String, String> responses, Installation installation, String what, Response answer) {
        String body = answer.statusCode() + " " + answer.asString();
        responses.put(normalize(installation, what), normalize(installation, body));
    }

    private static String normalize(Installation installation, String text) {
        String normalize = text;
        for (var name : Map.of(installation.x(), "X", installation.y(), "Y", installation.z(), "Z")
                .entrySet()) {
            normalize = normalize
                    .replace(name.getKey(), name.getValue())
                    .replace(name.getKey().substring(0, 12), name.getValue())
                    .replace(name.getKey().substring(0, 12).toUpperCase(Locale.ROOT), name.getValue());
        }
        return normalize
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "#")
                .replaceAll("[0-9a-f]{32}", "#")
                .replaceAll("(OPP|REG)-\\d{4}-\\d{6}", "#")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T");
    }

    /** What is stored where the partner may not read it is not found, counted or ordered by: it is as if nowhere. */
    @Test
    void a_search_does_not_reveal_what_the_partner_may_not_read() {
        Company company = Api.partner().createAll();
        Company other = Api.partner().createAll();
        String mark = name();
        var secrets = new LinkedHashMap<String, String>();
        for (String place : List.of("contact", "email", "code", "staff note", "note of another", "partner", "topic")) {
            secrets.put(place, name());
        }
        String opportunity = Api.answered(
                        as(admin())
                                .body("""
                    {"topic": "Pakkumine %s", "customer": {"name": "Klient", "country": "EE",
                      "profile": {"registryCode": "%s"}}, "contact": {"name": "%s", "email": "%s@x.example"}}""".formatted(
                                        mark, secrets.get("code"), secrets.get("contact"), secrets.get("email")))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
        take(opportunity, other);
        note(other.admin(), opportunity, secrets.get("note of another"));
        as(admin())
                .body("{\"reason\": \"Liiga aeglane\"}")
                .post("/api/v1/opportunities/{id}/take-back", opportunity)
                .then()
                .statusCode(200);
        as(admin())
                .body("{\"text\": \"%s\", \"visibility\": \"STAFF\"}".formatted(secrets.get("staff note")))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201);
        Api.distribute(opportunity, company);
        as(admin())
                .body("{\"topic\": \"%s\", \"customer\": {\"name\": \"Klient\", \"country\": \"EE\"}}"
                        .formatted(secrets.get("topic")))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
        Company named = Api.partner("Firma " + secrets.get("partner"));
        take(Api.opportunity(), named);

        int compared = 0;
        for (Person person : List.of(company.admin(), company.manager(), company.seller())) {
            for (var secret : secrets.entrySet()) {
                for (String more : List.of("", mark + " ", "pakkumine ")) {
                    for (String list : List.of(
                            "opportunities",
                            "opportunities?view=pool",
                            "opportunities?view=distributed",
                            "customers")) {
                        for (String sort : List.of("updatedAt", "-updatedAt")) {
                            var stored = search(person, list, sort, more + secret.getValue());
                            var nowhere = search(person, list, sort, more + name());
                            assertThat(stored)
                                    .as(list + " for " + secret.getKey())
                                    .isEqualTo(nowhere);
                            compared++;
                        }
                    }
                }
            }
        }
        System.out.println("non-interference: " + compared + " searches");
        assertThat(search(company.admin(), "opportunities", "updatedAt", mark)).contains("\"total\":1");
        for (String place : List.of("contact", "email", "code", "staff note", "note of another")) {
            assertThat(search(admin(), "opportunities", "updatedAt", mark + " " + secrets.get(place)))
                    .as(place)
                    .contains("\"total\":1");
        }
    }

    private static void take(String opportunity, Company by) {
        as(by.admin())
                .post("/api/v1/distributions/{id}/accept", Api.distribute(opportunity, by))
                .then()
                .statusCode(200);
    }

    private static void note(Person by, String opportunity, String text) {
        as(by).body("{\"text\": \"%s\"}".formatted(text))
                .post("/api/v1/opportunities/{id}/notes", opportunity)
                .then()
                .statusCode(201);
    }

    private static String search(Person by, String list, String sort, String q) {
        var answer = as(by).queryParam("count", true)
                .queryParam("sort", sort)
                .queryParam("q", q)
                .get("/api/v1/" + list);
        return answer.statusCode() + " " + answer.asString();
    }

    @Test
    void responses_do_not_reveal_other_registrations() {
        var nothing = transcript(installation(false));
        var secret = transcript(installation(true));
        assertThat(secret.keySet()).isEqualTo(nothing.keySet());
        assertThat(nothing).hasSizeGreaterThan(250);
        var differences = secret.keySet().stream()
                .filter(what -> !secret.get(what).equals(nothing.get(what)))
                .toList();
        System.out.println("non-interference: " + nothing.size() + " requests, different: " + differences);
        assertThat(differences)
                .containsExactlyInAnyOrder(
                        "admin checks X", "admin checks Y", "seller checks X", "seller checks Y", "registers X");
        assertThat(nothing.get("admin checks X"))
                .isEqualTo("200 {\"result\":\"FREE\",\"protectedUntil\":null,\"conflicts\":null," + DECIDERS);
        assertThat(secret.get("admin checks X"))
                .isEqualTo(
                        "200 {\"result\":\"PROTECTED\",\"protectedUntil\":\"T\",\"conflicts\":null,\"approval\":null}");
        assertThat(secret.get("seller checks Y"))
                .isEqualTo("200 {\"result\":\"UNDER_REVIEW\",\"protectedUntil\":null,\"conflicts\":null," + DECIDERS);
        assertThat(secret.get("registers X")).startsWith("409 ").contains("deal-registration.protected");
        assertThat(secret.get("registers Y")).startsWith("201 ");
    }
}
