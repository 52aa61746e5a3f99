package ee.sild.authorization;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.restassured.specification.RequestSpecification;

import ee.sild.Api;
import ee.sild.Api.Person;
import ee.sild.SuperuserConnection;
import ee.sild.identity.RandomToken;

import static ee.sild.Api.as;

/** Creates the resources of the authorization matrix, each in the state that the policy names. */
final class Fixtures {

    private static final AtomicLong RATE_DAYS = new AtomicLong();

    /** A text that only partner A and the vendor may read. */
    static final String SECRET = "Salakaubandus";

    /** A template; the name is missing. */
    private static final Map<String, String> VOCABULARIES = Map.of(
            "tier", "tiers",
            "territory", "territories",
            "competency", "competencies",
            "industry", "industries",
            "productLine", "product-lines");

    static final String CALENDAR =
            "{\"name\": \"%s\", \"timeZone\": \"Europe/Tallinn\", \"hours\": [{\"day\": \"MONDAY\", "
                    + "\"opens\": \"09:00\", \"closes\": \"17:00\"}]}";

    private final TestUsers users;
    private final Map<String, Supplier<Map<String, String>>> suppliers = new TreeMap<>();

    Fixtures(TestUsers users) {
        this.users = users;
        suppliers.put("any", Map::of);
        suppliers.put("self", Map::of);
        suppliers.put("secondFactor", () -> {
            AuthenticatorApp.giveTo(users.otherSeller.id());
            return Map.of();
        });
        suppliers.put("recoveryCode", () -> {
            // Those of the examples, which differ: neither user can use that of the other.
            AuthenticatorApp.giveRecoveryCode("492039", users.b.seller().id());
            AuthenticatorApp.giveRecoveryCode("816274", users.b.manager().id());
            return Map.of();
        });
        suppliers.put("sellerWithSecondFactor", () -> {
            String seller = Api.person(users.a.id(), "PARTNER_SELLER").id();
            AuthenticatorApp.giveTo(seller);
            return id(seller);
        });
        suppliers.put("emailChange", Fixtures::emailChange);
        suppliers.put("mailedEmailChange", this::mailedEmailChange);
        suppliers.put("ownSession", this::session);
        suppliers.put("endedSession", this::endedSession);
        suppliers.put("staffUser", () -> id(Api.staff("SALES").id()));
        suppliers.put("invitedSellerOfA", () -> id(Api.invited(users.a.id(), "PARTNER_SELLER")));
        suppliers.put("exchangeRate", this::exchangeRate);
        suppliers.put("baseRate", () -> Map.of("currency", "EUR", "validFrom", "2000-01-01"));
        suppliers.put("invitedStaff", () -> id(Api.invited(null, "SALES")));
        suppliers.put(
                "sellerOfA", () -> id(Api.person(users.a.id(), "PARTNER_SELLER").id()));
        suppliers.put("deactivatedSellerOfA", this::deactivated);
        suppliers.put("client", () -> id(Api.clientId()));
        suppliers.put("revokedClient", this::revokedClient);
        suppliers.put("signingKey", () -> id(signingKey()));
        suppliers.put("revokedSigningKey", this::revokedSigningKey);
        VOCABULARIES.forEach((name, collection) -> {
            suppliers.put(name, () -> id(entry(collection)));
            suppliers.put(name + "Duplicates", () -> duplicates(entry(collection), entry(collection)));
            String merged = "merged" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            suppliers.put(merged, () -> mergedEntry(collection));
        });
        suppliers.put(
                "distributionRule",
                () -> id(made(
                        "distribution-rules", "{\"name\": \"%s\", \"method\": \"PREFERRED\", \"active\": false}")));
        suppliers.put("distributionRun", () -> id(run()));
        suppliers.put("confirmedRun", this::confirmedRun);
        suppliers.put("calendar", () -> id(made("calendars", CALENDAR)));
        suppliers.put("partnerA", () -> id(users.a.id()));
        suppliers.put("otherPartner", () -> id(company()));
        suppliers.put("suspendedPartner", this::suspended);
        suppliers.put("customerOfA", () -> id(customer(users.a.seller())));
        suppliers.put("duplicates", () -> duplicates(customer(Api.sales()), customer(Api.sales())));
        suppliers.put(
                "duplicatesBothExclusive",
                () -> duplicates(exclusiveCustomer(users.a.seller()), exclusiveCustomer(users.b.seller())));
        suppliers.put("customerOfVendor", () -> id(customer(Api.sales())));
        suppliers.put("contactOfA", this::contact);
        suppliers.put("new", () -> id(Api.opportunity()));
        suppliers.put("delivered", () -> id(delivered()));
        suppliers.put("accepted", () -> id(accepted()));
        suppliers.put("onHold", () -> id(moved(accepted(), "hold", "{\"reason\": \"x\"}", as(users.a.admin()))));
        suppliers.put(
                "timeAsked", () -> id(moved(accepted(), "extend", "{\"dueOn\": \"2099-01-01\"}", as(users.a.admin()))));
        for (String state : List.of("accepted", "registered", "lost")) {
            suppliers.put(state + "WithCustomer", () -> duplicates(make(state).get("id"), customer(Api.sales())));
        }
        suppliers.put("registered", () -> id(registered().opportunity()));
        suppliers.put("registration", () -> id(registered().id()));
        suppliers.put("registrationForAdmin", () -> id(registeredForAdmin()));
        suppliers.put(
                "returnedRegistration",
                () -> id(decided(
                        registered().id(), "request-information", "{\"fields\": [\"OTHER\"], \"reason\": \"x\"}")));
        suppliers.put(
                "rejectedRegistration",
                () -> id(decided(registered().id(), "reject", "{\"reasonCode\": \"OTHER\", \"reason\": \"x\"}")));
        suppliers.put("approvedRegistration", () -> id(decided(registered().id(), "approve", "{}")));
        suppliers.put("changedRegistration", () -> id(changed()));
        suppliers.put("extendedRegistration", this::extended);
        suppliers.put("expiredRegistration", this::expired);
        suppliers.put("returned", () -> id(returned()));
        suppliers.put("nowWithB", this::nowWithB);
        suppliers.put(
                "lost",
                () -> id(moved(
                        accepted(),
                        "close",
                        "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}",
                        as(users.a.admin()))));
        suppliers.put("pending", () -> id(pending()));
        suppliers.put("partnersOwn", () -> id(moved(pending(), "approve", null, as(Api.sales()))));
        suppliers.put("pool", () -> id(moved(Api.opportunity(), "open-to-pool", null, as(Api.sales()))));
        suppliers.put("poolClosedToB", this::poolClosedToB);
        suppliers.put(
                "claimed",
                () -> id(moved(
                        moved(Api.opportunity(), "open-to-pool", null, as(Api.sales())),
                        "claim",
                        null,
                        as(users.third().admin()))));
        suppliers.put("shared", () -> id(shared(false)));
        suppliers.put("sharedLedByA", () -> id(shared(true)));
        suppliers.put("sharedAskedA", this::sharedAskedA);
        suppliers.put(
                "sharedClosed",
                () -> id(moved(
                        shared(false),
                        "close",
                        "{\"outcome\": \"LOST\", \"reasonCode\": \"PRICE\"}",
                        as(Api.sales()))));
        suppliers.put("placeOfA", () -> Map.of("id", shared(false), "partnerId", users.a.id()));
        suppliers.put(
                "lastPlaceOfA",
                () -> Map.of("id", shared(Api.opportunity(), users.a.id(), "{}"), "partnerId", users.a.id()));
        suppliers.put("placeOnNew", () -> Map.of("id", Api.opportunity(), "partnerId", users.a.id()));
        suppliers.put("placeOnAccepted", () -> Map.of("id", accepted(), "partnerId", users.a.id()));
        suppliers.put("sharedNoteOfSeller", () -> note(users.as("A_SELLER"), shared(false)));
        suppliers.put("noteForA", () -> note(users.as("A_SELLER"), shared(false), "PARTNER"));
        suppliers.put("matchedOffer", () -> id(matchedOffer()));
        suppliers.put("offer", () -> id(offer(Api.opportunity())));
        suppliers.put("recalledOffer", this::recalledOffer);
        suppliers.put("notificationOfSeller", this::notification);
        suppliers.put("noteOfSeller", () -> note(users.as("A_SELLER"), accepted()));
        suppliers.put("noteOfStaff", () -> note(users.as("SALES"), accepted()));
        suppliers.put("secretNoteOfStaff", () -> note(users.as("SALES"), accepted(), "STAFF"));
        suppliers.put("fullNoteOfSeller", this::fullNote);
        suppliers.put("fileOfSeller", () -> file(users.as("A_SELLER"), note(users.as("A_SELLER"), accepted())));
        suppliers.put("fileOfStaff", () -> file(users.as("SALES"), note(users.as("SALES"), accepted(), "STAFF")));
        suppliers.put("fileBeforeReturn", this::fileBeforeReturn);
        suppliers.put("fileOfDeletedNote", this::fileOfDeletedNote);
        suppliers.put("deletedFile", this::deletedFile);
        suppliers.put("noteBeforeReturn", this::noteBeforeReturn);
        suppliers.put("deletedNote", this::deletedNote);
    }

    boolean knows(String state) {
        return suppliers.containsKey(state);
    }

    /** The ids for the path. */
    Map<String, String> make(String state) {
        return suppliers.get(state).get();
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
        Api.signIn(users.a.seller().email());
        return id(as(users.a.seller())
                .get("/api/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { !it.current }.id"));
    }

    /** Every user has one that waits to be confirmed. */
    private static Map<String, String> emailChange() {
        try (var owner = SuperuserConnection.connection();
                var insert = owner.createStatement()) {
            insert.executeUpdate("""
                insert into email_change (id, user_id, email, created_at, expires_at)
                select gen_random_uuid(), u.id, u.id || '@people.test', now(), now() + interval '1 day'
                  from app_user u where u.kind = 'PERSON' and u.status = 'ACTIVE'
                    on conflict (user_id) where confirmed_at is null and ended_at is null do nothing""");
            return Map.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seller of A has the mail with the token of the example, and keeps the address. */
    private Map<String, String> mailedEmailChange() {
        try (var owner = SuperuserConnection.connection();
                var delete =
                        owner.prepareStatement("delete from email_change where mailed_token_hash = ? or user_id = ?");
                var insert = owner.prepareStatement("""
                insert into email_change (id, user_id, email, mailed_token_hash, created_at, expires_at)
                select gen_random_uuid(), u.id, u.email, ?, now(), now() + interval '1 day'
                  from app_user u where u.id = ?""")) {
            String hash = RandomToken.hash("3q2-7wABc");
            var seller = UUID.fromString(users.a.seller().id());
            delete.setString(1, hash);
            delete.setObject(2, seller);
            delete.executeUpdate();
            insert.setString(1, hash);
            insert.setObject(2, seller);
            insert.executeUpdate();
            return Map.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> endedSession() {
        var session = session();
        as(users.a.seller())
                .delete("/api/v1/sessions/{id}", session.get("id"))
                .then()
                .statusCode(204);
        return session;
    }

    private Map<String, String> deactivated() {
        Person person = Api.person(users.a.id(), "PARTNER_SELLER");
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
        String customer = customer(users.a.seller());
        String contact = Api.answered(
                        as(users.a.seller())
                                .body("{\"name\": \"%s\"}".formatted(SECRET))
                                .post("/api/v1/customers/{id}/contacts", customer),
                        201)
                .path("id")
                .asText();
        return Map.of("id", customer, "contactId", contact);
    }

    /** Shared by A, with its seller, and a third partner; only A can be the lead. */
    private String shared(boolean ledByA) {
        String opportunity = shared(Api.opportunity(), users.a.id(), "{\"lead\": %s}".formatted(ledByA));
        shared(opportunity, users.third().id(), "{}");
        return moved(
                opportunity,
                "assign",
                "{\"userId\": \"%s\"}".formatted(users.a.seller().id()),
                as(users.a.admin()));
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
        String opportunity = shared(Api.opportunity(), users.third().id(), "{}");
        return id(shared(opportunity, users.a.id(), "{\"ask\": true}"));
    }

    private Map<String, String> poolClosedToB() {
        String opportunity = Api.opportunity();
        as(users.b.admin())
                .body("{\"reasonCode\": \"NO_CAPACITY\"}")
                .post("/api/v1/distributions/{id}/decline", Api.distribute(opportunity, users.b))
                .then()
                .statusCode(200);
        return id(moved(opportunity, "open-to-pool", null, as(Api.sales())));
    }

    private String offer(String opportunity) {
        return Api.distribute(opportunity, users.a);
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
        String opportunity = Api.accepted(users.a);
        return moved(
                opportunity,
                "assign",
                "{\"userId\": \"%s\"}".formatted(users.a.seller().id()),
                as(users.a.admin()));
    }

    private String returned() {
        return moved(
                accepted(),
                "return",
                "{\"reasonCode\": \"NO_FUNDING\", \"reason\": \"%s\"}".formatted(SECRET),
                as(users.a.admin()));
    }

    /** A wrote a note before B got the opportunity. */
    private Map<String, String> nowWithB() {
        String opportunity = noteBeforeReturn().get("id");
        as(users.b.admin())
                .post("/api/v1/distributions/{id}/accept", Api.distribute(opportunity, users.b))
                .then()
                .statusCode(200);
        return id(opportunity);
    }

    private String pending() {
        return Api.answered(
                        as(users.a.seller())
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
                .path("distribution")
                .path("distributionId")
                .asText();
    }

    private record Registered(String id, String opportunity) {}

    private Registered registered() {
        return registered(users.line);
    }

    private Registered registered(String line) {
        String opportunity = pending();
        String id = Api.answered(
                        as(users.a.seller())
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
    private static String entry(String collection) {
        return made(
                collection,
                collection.equals("tiers")
                        ? "{\"name\": \"%s\", \"level\": 2, \"answerHours\": 24}"
                        : "{\"name\": \"%s\"}");
    }

    /** An entry of a vocabulary that was merged into another one, and a third one. */
    private static Map<String, String> mergedEntry(String collection) {
        String gone = entry(collection);
        Api.answered(
                as(Api.admin())
                        .body("{\"duplicateId\": \"%s\"}".formatted(gone))
                        .post("/api/v1/{collection}/{id}/merge", collection, entry(collection)),
                200);
        return duplicates(gone, entry(collection));
    }

    private static Map<String, String> duplicates(String remaining, String duplicate) {
        return Map.of("id", remaining, "duplicate", duplicate);
    }

    /** A customer with an exclusive registration for a product line. */
    private String exclusiveCustomer(Api.Person seller) {
        var registered = Api.answered(
                as(seller).body("""
                {"opportunity": {"topic": "Oma leid", "customer": {"name": "%s", "country": "EE"}}, "productLineIds": \
                ["%s"]}""".formatted(UUID.randomUUID(), users.line)).post("/api/v1/deal-registrations"), 201);
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

    /** An approved one whose opportunity is worth much more now. */
    private String changed() {
        var registered = registered();
        decided(registered.id(), "approve", "{}");
        as(users.a.seller())
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body("{\"value\": {\"estimated\": {\"amount\": 900000, \"currency\": \"EUR\"}}}")
                .patch("/api/v1/opportunities/{id}", registered.opportunity())
                .then()
                .statusCode(200);
        return registered.id();
    }

    /** A rate of a day of its own. */
    private Map<String, String> exchangeRate() {
        String day =
                LocalDate.of(2001, 1, 1).plusDays(RATE_DAYS.incrementAndGet()).toString();
        as(Api.admin())
                .body("{\"currency\": \"ISK\", \"validFrom\": \"%s\", \"rate\": 140}".formatted(day))
                .post("/api/v1/exchange-rates")
                .then()
                .statusCode(201);
        return Map.of("currency", "ISK", "validFrom", day);
    }

    private Map<String, String> extended() {
        String id = decided(registered().id(), "approve", "{}");
        as(users.a.seller())
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
        var note = note(users.as("A_SELLER"), accepted());
        for (int i = 0; i < 10; i++) {
            file(users.as("A_SELLER"), note);
        }
        return note;
    }

    private Map<String, String> fileBeforeReturn() {
        var note = note(users.as("A_SELLER"), accepted());
        var file = file(users.as("A_SELLER"), note);
        moved(note.get("id"), "return", "{\"reasonCode\": \"NO_FUNDING\"}", as(users.a.admin()));
        return file;
    }

    private Map<String, String> deletedFile() {
        var file = file(users.as("A_SELLER"), note(users.as("A_SELLER"), accepted()));
        users.as("A_SELLER").delete("/api/v1/attachments/{id}", file).then().statusCode(204);
        return file;
    }

    private Map<String, String> fileOfDeletedNote() {
        var note = note(users.as("A_SELLER"), accepted());
        var file = file(users.as("A_SELLER"), note);
        users.as("A_SELLER")
                .delete("/api/v1/opportunities/{id}/notes/{noteId}", note)
                .then()
                .statusCode(204);
        return file;
    }

    /** The seller gets a notification of an assignment. */
    private Map<String, String> notification() {
        accepted();
        return id(Api.answered(as(users.a.seller()).get("/api/v1/notifications"), 200)
                .at("/items/0/id")
                .asText());
    }

    private Map<String, String> deletedNote() {
        var note = note(users.as("A_SELLER"), accepted());
        users.as("A_SELLER")
                .delete("/api/v1/opportunities/{id}/notes/{noteId}", note.get("id"), note.get("noteId"))
                .then()
                .statusCode(204);
        return note;
    }

    private Map<String, String> noteBeforeReturn() {
        var note = note(users.as("A_SELLER"), accepted());
        moved(
                note.get("id"),
                "return",
                "{\"reasonCode\": \"NO_FUNDING\", \"reason\": \"%s\"}".formatted(SECRET),
                as(users.a.admin()));
        return note;
    }
}
