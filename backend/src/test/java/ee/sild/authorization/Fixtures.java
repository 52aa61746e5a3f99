package ee.sild.authorization;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.restassured.specification.RequestSpecification;

import ee.sild.Api;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;

import static ee.sild.Api.as;

/** Creates the resources of the authorization matrix, each in the state that the policy names. */
final class Fixtures {

    /** A text that only partner A and the vendor may read. */
    static final String SECRET = "Salakaubandus";

    /** A template; the name is missing. */
    static final String CALENDAR =
            "{\"name\": \"%s\", \"timeZone\": \"Europe/Tallinn\", \"hours\": [{\"day\": \"MONDAY\", "
                    + "\"opens\": \"09:00\", \"closes\": \"17:00\"}]}";

    private final TestUsers cast;
    private final Map<String, Supplier<Map<String, String>>> makers = new TreeMap<>();

    Fixtures(TestUsers cast) {
        this.cast = cast;
        makers.put("any", Map::of);
        makers.put("self", Map::of);
        makers.put("ownSession", this::session);
        makers.put("endedSession", this::endedSession);
        makers.put("staffUser", () -> id(Api.staff("SALES").id()));
        makers.put(
                "sellerOfA", () -> id(Api.person(cast.a.id(), "PARTNER_SELLER").id()));
        makers.put("deactivatedSellerOfA", this::deactivated);
        makers.put("client", () -> id(Api.clientId()));
        makers.put("revokedClient", this::revokedClient);
        makers.put("signingKey", () -> id(signingKey()));
        makers.put("revokedSigningKey", this::revokedSigningKey);
        makers.put("tier", () -> id(made("tiers", "{\"name\": \"%s\", \"level\": 2, \"answerHours\": 24}")));
        makers.put(
                "distributionRule",
                () -> id(made(
                        "distribution-rules", "{\"name\": \"%s\", \"method\": \"PREFERRED\", \"active\": false}")));
        makers.put("distributionRun", () -> id(run()));
        makers.put("confirmedRun", this::confirmedRun);
        makers.put("calendar", () -> id(made("calendars", CALENDAR)));
        makers.put("partnerA", () -> id(cast.a.id()));
        makers.put("otherPartner", () -> id(company()));
        makers.put("suspendedPartner", this::suspended);
        makers.put("customerOfA", () -> id(customer(cast.a.seller())));
        makers.put("twins", () -> twins(customer(Api.sales()), customer(Api.sales())));
        makers.put(
                "twinsBothExclusive",
                () -> twins(exclusiveCustomer(cast.a.seller()), exclusiveCustomer(cast.b.seller())));
        makers.put("customerOfVendor", () -> id(customer(Api.sales())));
        makers.put("contactOfA", this::contact);
        makers.put("new", () -> id(Api.opportunity()));
        makers.put("delivered", () -> id(delivered()));
        makers.put("accepted", () -> id(accepted()));
        makers.put("onHold", () -> id(moved(accepted(), "hold", "{\"reason\": \"x\"}", as(cast.a.admin()))));
        makers.put(
                "timeAsked", () -> id(moved(accepted(), "extend", "{\"dueOn\": \"2099-01-01\"}", as(cast.a.admin()))));
        makers.put("registered", () -> id(registered().opportunity()));
        makers.put("registration", () -> id(registered().id()));
        makers.put("registrationForAdmin", () -> id(registeredForAdmin()));
        makers.put(
                "returnedRegistration",
                () -> id(decided(
                        registered().id(), "request-information", "{\"fields\": [\"OTHER\"], \"reason\": \"x\"}")));
        makers.put(
                "rejectedRegistration",
                () -> id(decided(registered().id(), "reject", "{\"reasonCode\": \"OTHER\", \"reason\": \"x\"}")));
        makers.put("approvedRegistration", () -> id(decided(registered().id(), "approve", "{}")));
        makers.put("extendedRegistration", this::extended);
        makers.put("expiredRegistration", this::expired);
        makers.put("returned", () -> id(returned()));
        makers.put("nowWithB", this::nowWithB);
        makers.put(
                "lost",
                () -> id(moved(
                        accepted(),
                        "close",
                        "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}",
                        as(cast.a.admin()))));
        makers.put("pending", () -> id(pending()));
        makers.put("partnersOwn", () -> id(moved(pending(), "approve", null, as(Api.sales()))));
        makers.put("pool", () -> id(moved(Api.opportunity(), "open-to-pool", null, as(Api.sales()))));
        makers.put("poolClosedToB", this::poolClosedToB);
        makers.put(
                "claimed",
                () -> id(moved(
                        moved(Api.opportunity(), "open-to-pool", null, as(Api.sales())),
                        "claim",
                        null,
                        as(cast.third().admin()))));
        makers.put("shared", () -> id(shared(false)));
        makers.put("sharedLedByA", () -> id(shared(true)));
        makers.put("sharedAskedA", this::sharedAskedA);
        makers.put(
                "sharedClosed",
                () -> id(moved(
                        shared(false),
                        "close",
                        "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}",
                        as(Api.sales()))));
        makers.put("placeOfA", () -> Map.of("id", shared(false), "partnerId", cast.a.id()));
        makers.put(
                "lastPlaceOfA",
                () -> Map.of("id", shared(Api.opportunity(), cast.a.id(), "{}"), "partnerId", cast.a.id()));
        makers.put("placeOnNew", () -> Map.of("id", Api.opportunity(), "partnerId", cast.a.id()));
        makers.put("placeOnAccepted", () -> Map.of("id", accepted(), "partnerId", cast.a.id()));
        makers.put("sharedNoteOfSeller", () -> note(cast.as("A_SELLER"), shared(false)));
        makers.put("noteForA", () -> note(cast.as("A_SELLER"), shared(false), "PARTNER"));
        makers.put("matchedOffer", () -> id(matchedOffer()));
        makers.put("offer", () -> id(offer(Api.opportunity())));
        makers.put("recalledOffer", this::recalledOffer);
        makers.put("notificationOfSeller", this::notification);
        makers.put("noteOfSeller", () -> note(cast.as("A_SELLER"), accepted()));
        makers.put("noteOfStaff", () -> note(cast.as("SALES"), accepted()));
        makers.put("secretNoteOfStaff", () -> note(cast.as("SALES"), accepted(), "STAFF"));
        makers.put("fullNoteOfSeller", this::fullNote);
        makers.put("fileOfSeller", () -> file(cast.as("A_SELLER"), note(cast.as("A_SELLER"), accepted())));
        makers.put("fileOfStaff", () -> file(cast.as("SALES"), note(cast.as("SALES"), accepted(), "STAFF")));
        makers.put("fileBeforeReturn", this::fileBeforeReturn);
        makers.put("fileOfDeletedNote", this::fileOfDeletedNote);
        makers.put("noteBeforeReturn", this::noteBeforeReturn);
        makers.put("deletedNote", this::deletedNote);
    }

    boolean knows(String state) {
        return makers.containsKey(state);
    }

    /** The ids for the path. */
    Map<String, String> make(String state) {
        return makers.get(state).get();
    }

    /** The same kind of resource under another parent, for example a note under another opportunity. */
    Map<String, String> underAnotherParent(String state) {
        var parts = new HashMap<>(make(state));
        parts.put("id", make(state).get("id"));
        return parts;
    }

    private static Map<String, String> id(String id) {
        return Map.of("id", id);
    }

    private Map<String, String> session() {
        Api.signIn(cast.a.seller().email());
        return id(as(cast.a.seller())
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { !it.current }.id"));
    }

    private Map<String, String> endedSession() {
        var session = session();
        as(cast.a.seller())
                .delete("/api/v1/sessions/{id}", session.get("id"))
                .then()
                .statusCode(204);
        return session;
    }

    private Map<String, String> deactivated() {
        Person person = Api.person(cast.a.id(), "PARTNER_SELLER");
        as(Api.admin())
                .post("/api/v1/users/{id}/deactivate", person.id())
                .then()
                .statusCode(200);
        return id(person.id());
    }

    private Map<String, String> revokedClient() {
        String id = Api.clientId();
        as(Api.admin()).post("/api/v1/api-clients/{id}/revoke", id).then().statusCode(200);
        return id(id);
    }

    /** A key that does not sign yet, so that existing tokens stay valid. */
    private static String signingKey() {
        return Api.answered(as(Api.admin()).post("/api/v1/signing-keys"), 201)
                .path("id")
                .asText();
    }

    private Map<String, String> revokedSigningKey() {
        String id = signingKey();
        as(Api.admin()).post("/api/v1/signing-keys/{id}/revoke", id).then().statusCode(200);
        return id(id);
    }

    private static String made(String collection, String body) {
        return Api.answered(
                        as(Api.admin())
                                .body(body.formatted("Nimi " + UUID.randomUUID()))
                                .post("/api/v1/" + collection),
                        201)
                .path("id")
                .asText();
    }

    /** A run that waits for confirmation. */
    private static String run() {
        String run = Api.answered(
                        as(Api.sales())
                                .body("{\"opportunityIds\": [\"%s\"], \"method\": \"PREFERRED\"}"
                                        .formatted(Api.opportunity()))
                                .post("/api/v1/distribution-runs"),
                        201)
                .path("id")
                .asText();
        for (int i = 0;
                i < 200
                        && !as(Api.sales())
                                .get("/api/v1/distribution-runs/{id}", run)
                                .path("status")
                                .equals("PREVIEW");
                i++) {
            LockSupport.parkNanos(50_000_000);
        }
        return run;
    }

    private Map<String, String> confirmedRun() {
        String run = run();
        as(Api.sales())
                .body("{}")
                .post("/api/v1/distribution-runs/{id}/confirm", run)
                .then()
                .statusCode(200);
        return id(run);
    }

    private static String company() {
        return Api.answered(
                        as(Api.admin())
                                .body("{\"name\": \"Daugava %s\", \"country\": \"LV\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/partners"),
                        201)
                .path("id")
                .asText();
    }

    private Map<String, String> suspended() {
        String id = company();
        as(Api.admin()).post("/api/v1/partners/{id}/suspend", id).then().statusCode(200);
        return id(id);
    }

    private static String customer(Person by) {
        return Api.answered(
                        as(by).body("{\"name\": \"%s OÜ\", \"country\": \"EE\"}".formatted(SECRET))
                                .post("/api/v1/customers"),
                        201)
                .path("id")
                .asText();
    }

    private Map<String, String> contact() {
        String customer = customer(cast.a.seller());
        String contact = Api.answered(
                        as(cast.a.seller())
                                .body("{\"name\": \"%s\"}".formatted(SECRET))
                                .post("/api/v1/customers/{id}/contacts", customer),
                        201)
                .path("id")
                .asText();
        return Map.of("id", customer, "contactId", contact);
    }

    /** Shared by A, with its seller, and a third partner; only A can be the lead. */
    private String shared(boolean ledByA) {
        String opportunity = shared(Api.opportunity(), cast.a.id(), "{\"lead\": %s}".formatted(ledByA));
        shared(opportunity, cast.third().id(), "{}");
        return moved(
                opportunity,
                "assign",
                "{\"userId\": \"%s\"}".formatted(cast.a.seller().id()),
                as(cast.a.admin()));
    }

    private static String shared(String opportunity, String partner, String how) {
        as(Api.sales())
                .body(how)
                .put("/api/v1/opportunities/{id}/collaborators/{partnerId}", opportunity, partner)
                .then()
                .statusCode(200);
        return opportunity;
    }

    /** The third partner works on it, and A has an open offer. */
    private Map<String, String> sharedAskedA() {
        String opportunity = shared(Api.opportunity(), cast.third().id(), "{}");
        return id(shared(opportunity, cast.a.id(), "{\"ask\": true}"));
    }

    private Map<String, String> poolClosedToB() {
        String opportunity = Api.opportunity();
        as(cast.b.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", Api.distribute(opportunity, cast.b))
                .then()
                .statusCode(200);
        return id(moved(opportunity, "open-to-pool", null, as(Api.sales())));
    }

    private String offer(String opportunity) {
        return Api.distribute(opportunity, cast.a);
    }

    private Map<String, String> recalledOffer() {
        String opportunity = Api.opportunity();
        String offer = offer(opportunity);
        moved(opportunity, "recall", null, as(Api.sales()));
        return id(offer);
    }

    private String delivered() {
        String opportunity = Api.opportunity();
        offer(opportunity);
        return opportunity;
    }

    private String accepted() {
        String opportunity = Api.accepted(cast.a);
        return moved(
                opportunity,
                "assign",
                "{\"userId\": \"%s\"}".formatted(cast.a.seller().id()),
                as(cast.a.admin()));
    }

    private String returned() {
        return moved(
                accepted(),
                "return",
                "{\"reasonCode\": \"NO_FUNDING\", \"reason\": \"%s\"}".formatted(SECRET),
                as(cast.a.admin()));
    }

    /** A wrote a note before B got the opportunity. */
    private Map<String, String> nowWithB() {
        String opportunity = noteBeforeReturn().get("id");
        as(cast.b.admin())
                .post("/api/v1/distributions/{id}/accept", Api.distribute(opportunity, cast.b))
                .then()
                .statusCode(200);
        return id(opportunity);
    }

    private String pending() {
        return Api.answered(
                        as(cast.a.seller())
                                .body("{\"topic\": \"%s\", \"customer\": {\"name\": \"%s AS\", \"country\": \"EE\"}}"
                                        .formatted(SECRET, SECRET))
                                .post("/api/v1/opportunities"),
                        201)
                .path("id")
                .asText();
    }

    private String matchedOffer() {
        return Api.answered(
                        as(Api.sales())
                                .body("{\"method\": \"PREFERRED\"}")
                                .post("/api/v1/opportunities/{id}/distribute", Api.opportunity()),
                        200)
                .path("distributionId")
                .asText();
    }

    private record Registered(String id, String opportunity) {}

    private Registered registered() {
        return registered(cast.line);
    }

    private Registered registered(String line) {
        String opportunity = pending();
        String id = Api.answered(
                        as(cast.a.seller())
                                .body("{\"productLineIds\": [\"%s\"], \"comment\": \"%s\"}".formatted(line, SECRET))
                                .post("/api/v1/opportunities/{id}/deal-registration", opportunity),
                        201)
                .path("id")
                .asText();
        return new Registered(id, opportunity);
    }

    /** By a rule for a new product line, which affects no other test. */
    private synchronized String registeredForAdmin() {
        String line = Api.answered(
                        as(Api.admin())
                                .body("{\"name\": \"Sari %s\"}".formatted(UUID.randomUUID()))
                                .post("/api/v1/product-lines"),
                        201)
                .path("id")
                .asText();
        as(Api.admin())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("""
                {"rules": [{"name": "Administraator", "productLineIds": ["%s"], "steps": [{"approver": \
                "ADMIN"}]}]}""".formatted(line))
                .patch("/api/v1/approval-policy")
                .then()
                .statusCode(200);
        return registered(line).id();
    }

    /** Two records of which the second is merged into the first. */
    private static Map<String, String> twins(String stays, String goes) {
        return Map.of("id", stays, "twin", goes);
    }

    /** A customer with an exclusive registration for a product line. */
    private String exclusiveCustomer(Api.Person seller) {
        var registered = Api.answered(
                as(seller).body("""
                {"opportunity": {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE"}}, "productLineIds": \
                ["%s"]}""".formatted(UUID.randomUUID(), cast.line)).post("/api/v1/deal-registrations"), 201);
        decided(registered.path("id").asText(), "approve", "{}");
        return registered.path("customer").path("id").asText();
    }

    private static String decided(String id, String verb, String body) {
        as(Api.admin())
                .body(body)
                .post("/api/v1/deal-registrations/{id}/{verb}", id, verb)
                .then()
                .statusCode(200);
        return id;
    }

    private Map<String, String> extended() {
        String id = decided(registered().id(), "approve", "{}");
        as(cast.a.seller())
                .body("{\"exclusiveUntil\": \"2099-01-01T00:00:00Z\", \"reason\": \"x\"}")
                .post("/api/v1/deal-registrations/{id}/request-extension", id)
                .then()
                .statusCode(200);
        return id(id);
    }

    /** Expired a second ago, as if the job had run. */
    private Map<String, String> expired() {
        String id = decided(registered().id(), "approve", "{}");
        try (var owner = SuperuserConnection.connection();
                var update = owner.prepareStatement("""
                update deal_registration set status = 'EXPIRED', exclusive_from = now() - interval '90 days',
                  exclusive_until = now() - interval '1 second' where id = ?""")) {
            update.setObject(1, UUID.fromString(id));
            update.executeUpdate();
            return id(id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String moved(String opportunity, String verb, String body, RequestSpecification by) {
        (body == null ? by : by.body(body))
                .post("/api/v1/opportunities/{id}/{verb}", opportunity, verb)
                .then()
                .statusCode(200);
        return opportunity;
    }

    private static Map<String, String> note(RequestSpecification by, String opportunity) {
        return note(by, opportunity, "EVERYONE");
    }

    private static Map<String, String> note(RequestSpecification by, String opportunity, String visibility) {
        String note = Api.answered(
                        by.contentType("application/json")
                                .body("{\"text\": \"%s\", \"visibility\": \"%s\"}".formatted(SECRET, visibility))
                                .post("/api/v1/opportunities/{id}/notes", opportunity),
                        201)
                .path("id")
                .asText();
        return Map.of("id", opportunity, "noteId", note);
    }

    private static Map<String, String> file(RequestSpecification by, Map<String, String> note) {
        return id(Api.answered(
                        by.contentType("application/json")
                                .body("{\"name\": \"%s.txt\", \"content\": \"%s\"}"
                                        .formatted(
                                                SECRET,
                                                Base64.getEncoder()
                                                        .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))))
                                .post("/api/v1/opportunities/{id}/notes/{noteId}/attachments", note),
                        201)
                .path("id")
                .asText());
    }

    private Map<String, String> fullNote() {
        var note = note(cast.as("A_SELLER"), accepted());
        for (int i = 0; i < 10; i++) {
            file(cast.as("A_SELLER"), note);
        }
        return note;
    }

    private Map<String, String> fileBeforeReturn() {
        var note = note(cast.as("A_SELLER"), accepted());
        var file = file(cast.as("A_SELLER"), note);
        moved(note.get("id"), "return", "{\"reasonCode\": \"NO_FUNDING\"}", as(cast.a.admin()));
        return file;
    }

    private Map<String, String> fileOfDeletedNote() {
        var note = note(cast.as("A_SELLER"), accepted());
        var file = file(cast.as("A_SELLER"), note);
        cast.as("A_SELLER")
                .delete("/api/v1/opportunities/{id}/notes/{noteId}", note)
                .then()
                .statusCode(204);
        return file;
    }

    /** The seller gets a notification of an assignment. */
    private Map<String, String> notification() {
        accepted();
        return id(Api.answered(as(cast.a.seller()).get("/api/v1/notifications"), 200)
                .at("/items/0/id")
                .asText());
    }

    private Map<String, String> deletedNote() {
        var note = note(cast.as("A_SELLER"), accepted());
        cast.as("A_SELLER")
                .delete("/api/v1/opportunities/{id}/notes/{noteId}", note.get("id"), note.get("noteId"))
                .then()
                .statusCode(204);
        return note;
    }

    private Map<String, String> noteBeforeReturn() {
        var note = note(cast.as("A_SELLER"), accepted());
        moved(
                note.get("id"),
                "return",
                "{\"reasonCode\": \"NO_FUNDING\", \"reason\": \"%s\"}".formatted(SECRET),
                as(cast.a.admin()));
        return note;
    }
}
